package seedbed.archive;

/// The number of a document: 动管档〔2026〕3号.
///
/// @param place counted from 1 within the year
public record ArchiveNumber(Series series, int year, int place) {

  public ArchiveNumber {
    if (place < 1) {
      throw new IllegalArgumentException("archive numbers begin with 1: " + place);
    }
  }

  @Override
  public String toString() {
    return "%s〔%d〕%d号".formatted(series.label(), year, place);
  }
}
