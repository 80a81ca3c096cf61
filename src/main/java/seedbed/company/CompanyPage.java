package seedbed.company;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list of companies, with how many there are in all.
public record CompanyPage(List<Row> rows, long total, int page, int pageSize) {

  /// A company as lists show it; the titles are those it provably held on the day asked for.
  public record Row(
      long id,
      String name,
      @Nullable String shortName,
      @Nullable String creditCode,
      String regionCode,
      String regionName,
      @Nullable String industryCode,
      @Nullable String industryName,
      Track track,
      @Nullable String mainProduct,
      @Nullable LocalDate foundedOn,
      boolean demo,
      List<String> titles) {

    public Row {
      titles = List.copyOf(titles);
    }
  }

  public CompanyPage {
    rows = List.copyOf(rows);
  }

  public long pages() {
    return Math.max(1, Math.ceilDiv(total, pageSize));
  }
}
