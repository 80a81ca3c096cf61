package seedbed.criteria;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The document an edition or a yearly notice was published in.
///
/// @param number 文号, e.g. 工信部企业〔2022〕63号
public record Document(String number, String name, @Nullable String annex) {

  private static final Pattern YEAR = Pattern.compile("〔([0-9]{4})〕");

  /// Whether it was out by the day: since the year in its 文号, which is all that is recorded of its
  /// own date, and at the latest since what it says applies.
  boolean outBy(LocalDate day, LocalDate applies) {
    var year = YEAR.matcher(number);
    return !day.isBefore(applies)
        || (year.find() && Integer.parseInt(year.group(1)) <= day.getYear());
  }

  /// 文号 and annex, as edition lists show them.
  public String shown() {
    return annex == null ? number : number + " " + annex;
  }
}
