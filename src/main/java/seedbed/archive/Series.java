package seedbed.archive;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A kind of official document that is numbered by itself, each year from 1 on. How it is called
/// and how long it is kept says `config/archive.yml`.
public enum Series {
  /// What a yearly review of a pool decided.
  REVIEW,
  /// What was decided about a closed review afterwards.
  SUPPLEMENT,
  /// A cultivation plan of a company.
  PLAN,
  /// The admission of a company to a pool.
  ADMISSION,
  /// The removal of one company from a pool, outside of the yearly review.
  REMOVAL,
  /// The public notice before an admission.
  NOTICE,
  NOMINATION,
  /// What an inspection unit reports before it goes to a company.
  FILING,
  MINUTES,
  BULLETIN,
  INCOMING,
  OUTGOING;

  /// What orders documents `d` as their series are declared here.
  static final String IN_ORDER =
      Arrays.stream(values()).map(Series::name).collect(joining("', '", "FIELD(d.series, '", "')"));

  /// What [#IN_ORDER] makes of it.
  int inOrder() {
    return List.of(values()).indexOf(this) + 1;
  }

  /// As addresses and `archive.yml` write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Series> of(String code) {
    return Arrays.stream(values()).filter(series -> series.code().equals(code)).findFirst();
  }
}
