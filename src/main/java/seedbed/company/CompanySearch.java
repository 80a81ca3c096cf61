package seedbed.company;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a list of companies is narrowed to, sorted by and cut into pages with.
///
/// @param q words that are each part of a name, a short name, their pinyin initials or a credit
///   code
/// @param regionCode the region and everything below it
/// @param title held on [#on()], as far as the register proves it
/// @param page from 1
public record CompanySearch(
    @Nullable String q,
    @Nullable String regionCode,
    @Nullable Track track,
    @Nullable String title,
    @Nullable Boolean demo,
    LocalDate on,
    Sort sort,
    boolean descending,
    int page,
    int pageSize) {

  /// What a list may be sorted by.
  public enum Sort {
    NAME("c.name_initials"),
    CREDIT_CODE("c.credit_code"),
    REGION("c.region_code"),
    INDUSTRY("c.industry_code"),
    TRACK("c.track"),
    FOUNDED_ON("c.founded_on"),
    ADDED("c.id");

    private final String column;

    Sort(String column) {
      this.column = column;
    }

    String column() {
      return column;
    }
  }

  /// Keeps a request for a whole province in one page from reaching the database.
  public static final int MAX_PAGE_SIZE = 500;

  public CompanySearch {
    q = q == null || q.isBlank() ? null : q.strip();
    page = Math.max(1, page);
    pageSize = Math.clamp(pageSize, 1, MAX_PAGE_SIZE);
  }

  /// Everything, by name.
  public static CompanySearch all(LocalDate on) {
    return new CompanySearch(null, null, null, null, null, on, Sort.NAME, false, 1, 50);
  }

  public CompanySearch matching(@Nullable String words) {
    return new CompanySearch(
        words, regionCode, track, title, demo, on, sort, descending, page, pageSize);
  }

  public CompanySearch inRegion(@Nullable String code) {
    return new CompanySearch(q, code, track, title, demo, on, sort, descending, page, pageSize);
  }

  public CompanySearch onTrack(@Nullable Track wanted) {
    return new CompanySearch(
        q, regionCode, wanted, title, demo, on, sort, descending, page, pageSize);
  }

  public CompanySearch holding(@Nullable String titleCode) {
    return new CompanySearch(
        q, regionCode, track, titleCode, demo, on, sort, descending, page, pageSize);
  }

  public CompanySearch onlyDemo(@Nullable Boolean wanted) {
    return new CompanySearch(
        q, regionCode, track, title, wanted, on, sort, descending, page, pageSize);
  }

  public CompanySearch sortedBy(Sort wanted, boolean backwards) {
    return new CompanySearch(
        q, regionCode, track, title, demo, on, wanted, backwards, page, pageSize);
  }

  public CompanySearch paged(int number, int size) {
    return new CompanySearch(q, regionCode, track, title, demo, on, sort, descending, number, size);
  }
}
