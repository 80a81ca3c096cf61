package seedbed.archive;

/// The number of a document within its unit: 动管档〔2026〕3号.
///
/// @param label of the series, as it was when the number was given
/// @param place counted from 1 within the year
public record ArchiveNumber(String label, int year, int place) {

  public ArchiveNumber {
    if (place < 1) {
      throw new IllegalArgumentException("archive numbers begin with 1: " + place);
    }
  }

  @Override
  public String toString() {
    return "%s〔%d〕%d号".formatted(label, year, place);
  }
}
