package seedbed.spreadsheet;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rows of a list that is read slice by slice, the next one when its first row is wanted; a
/// slice that is not full is the last.
final class SlicedRows<T> implements Iterator<List<@Nullable Object>> {

  private final Table.Slices<T> slices;
  private final int size;
  private final Function<T, List<@Nullable Object>> row;
  private Iterator<T> lines = Collections.emptyIterator();
  private int offset;
  private boolean over;

  SlicedRows(Table.Slices<T> slices, int size, Function<T, List<@Nullable Object>> row) {
    this.slices = slices;
    this.size = size;
    this.row = row;
  }

  @Override
  public boolean hasNext() {
    if (!lines.hasNext() && !over) {
      List<T> slice = slices.read(size, offset);
      offset += size;
      over = slice.size() < size;
      lines = slice.iterator();
    }
    return lines.hasNext();
  }

  @Override
  public List<@Nullable Object> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return row.apply(lines.next());
  }
}
