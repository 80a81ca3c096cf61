package seedbed.criteria;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What holding a title obliges to, as dated documents say it.
public record Management(List<Rule> rules) {

  public Management {
    rules = List.copyOf(rules);
  }

  /// What one document says about some titles.
  ///
  /// @param to the last day it applies; null while nothing has replaced it
  public record Rule(
      List<String> titles,
      Document document,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable Update update,
      @Nullable ChangeReport change,
      @Nullable Ban ban) {

    public Rule {
      titles = List.copyOf(titles);
    }

    boolean inForce(LocalDate on) {
      return !on.isBefore(from) && (to == null || !on.isAfter(to));
    }
  }

  /// The yearly update of what is known of the holder.
  ///
  /// @param missed what follows when it is missed; null where no source says
  /// @param unverified what about it has not been verified, if anything
  public record Update(MonthDay by, @Nullable String missed, @Nullable String unverified) {}

  /// The report of a major change.
  public record ChangeReport(int months, @Nullable String missed, @Nullable String unverified) {}

  /// For how long a revoked title cannot be applied for.
  ///
  /// @param grounds of revocation that it follows
  public record Ban(int years, List<String> grounds, @Nullable String unverified) {
    public Ban {
      grounds = List.copyOf(grounds);
    }
  }

  /// What applies to a title on a day; empty where no document does.
  public Optional<Rule> inForce(String title, LocalDate on) {
    return rules.stream()
        .filter(rule -> rule.titles().contains(title) && rule.inForce(on))
        .findFirst();
  }
}
