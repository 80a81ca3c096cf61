package seedbed.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where one is in a long list, for `views/parts/pager`. Links keep the rest of the address.
public record Pager(int page, int size, long total) {

  private static final int NEIGHBOURS = 2;

  /// A page number, or a gap where `page` is absent.
  public record Step(@Nullable Integer page, boolean current) {}

  /// A number of rows a page may have.
  public record Size(int size, boolean current) {}

  public static Pager of(PageRequest request, long total) {
    return new Pager(request.page(), request.size(), total);
  }

  public int pages() {
    return (int) Math.max(1, (total + size - 1) / size);
  }

  public long from() {
    return total == 0 ? 0 : Math.min(total, (long) (page - 1) * size + 1);
  }

  public long to() {
    return Math.min(total, (long) page * size);
  }

  public boolean many() {
    return pages() > 1;
  }

  public boolean beyond() {
    return page > pages();
  }

  public @Nullable Integer previous() {
    return page > 1 ? Math.min(page - 1, pages()) : null;
  }

  public @Nullable Integer next() {
    return page < pages() ? page + 1 : null;
  }

  /// First, last and the neighbours of the current page, with gaps between.
  public List<Step> steps() {
    var steps = new ArrayList<Step>();
    var last = 0;
    for (var number = 1; number <= pages(); number++) {
      if (number != 1 && number != pages() && Math.abs(number - page) > NEIGHBOURS) {
        continue;
      }
      if (number - last > 1) {
        steps.add(new Step(null, false));
      }
      steps.add(new Step(number, number == page));
      last = number;
    }
    return steps;
  }

  public List<Size> sizes() {
    return PageRequest.SIZES.stream().map(size -> new Size(size, size == this.size)).toList();
  }
}
