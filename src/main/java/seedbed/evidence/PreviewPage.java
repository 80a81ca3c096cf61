package seedbed.evidence;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.stream.IntStream;
import seedbed.evidence.content.FileFormat.Preview;

/// One version of a paper, to be looked at without downloading it.
///
/// @param from the first page shown, counted from 1
/// @param lines what it says, where that is all that can be shown
@Introspected
record PreviewPage(
    long company,
    String name,
    boolean demo,
    Evidence evidence,
    Evidence.Version version,
    String proves,
    String standing,
    String styleClass,
    int from,
    List<String> lines) {

  /// So many pages are drawn for one look.
  static final int PAGES = 5;

  PreviewPage {
    lines = List.copyOf(lines);
  }

  public boolean isPicture() {
    return version.cleared() && version.format().preview() == Preview.PICTURE;
  }

  /// The numbers of the pages shown.
  public List<Integer> getPages() {
    return version.cleared() && version.format().preview() == Preview.PAGES
        ? IntStream.rangeClosed(from, last()).boxed().toList()
        : List.of();
  }

  public String getText() {
    return String.join("\n", lines);
  }

  public boolean isNewest() {
    return evidence.versions().getFirst().number() == version.number();
  }

  public int last() {
    return Math.min(version.pages(), from + PAGES - 1);
  }

  public boolean isMany() {
    return !getPages().isEmpty() && version.pages() > PAGES;
  }

  /// Where the pages before begin; 0 where there are none.
  public int getPrevious() {
    return from > 1 ? Math.max(1, from - PAGES) : 0;
  }

  /// Where the pages after begin; 0 where there are none.
  public int getNext() {
    return last() < version.pages() ? last() + 1 : 0;
  }
}
