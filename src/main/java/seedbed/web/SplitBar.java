package seedbed.web;

import io.micronaut.core.annotation.Introspected;

/// How a number of verdicts divides into met, not met and unknown; for `views/parts/split-bar`.
@Introspected
public record SplitBar(long met, long notMet, long unknown) {

  public long total() {
    return met + notMet + unknown;
  }

  public String metLength() {
    return Share.percent(Share.of(met, total()));
  }

  public String notMetLength() {
    return Share.percent(Share.of(notMet, total()));
  }

  public String unknownLength() {
    return Share.percent(Share.of(unknown, total()));
  }

  public String notMetStart() {
    return metLength();
  }

  public String unknownStart() {
    return Share.percent(Share.of(met + notMet, total()));
  }
}
