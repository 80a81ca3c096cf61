package seedbed.inspection;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import seedbed.secret.Sealing;

/// Writes what a filing says as the database keeps it, and reads it back: sealed, since it names
/// officers, their certificates and telephone numbers.
@Singleton
class Stored {

  private static final Argument<Map<String, String>> FIELDS =
      Argument.mapOf(String.class, String.class);
  private static final Argument<List<Pointed>> POINTED = Argument.listOf(Pointed.class);

  private static final String DRAFT = "inspection.typed";
  private static final String FILED = "inspection_filing.content";
  private static final String WARNINGS = "inspection_filing.warnings";

  private final JsonMapper json;
  private final Sealing sealing;

  Stored(JsonMapper json, Sealing sealing) {
    this.json = json;
    this.sealing = sealing;
  }

  /// A warning as it was shown when the filing was handed in.
  @Serdeable
  record Pointed(String field, String sentence, String clause) {

    static Pointed of(Warning warning) {
      String field = warning.field();
      return new Pointed(field.isEmpty() ? "whole" : field, warning.sentence(), warning.clause());
    }

    /// By which it is known again: the same field with the same words.
    String mark() {
      return Integer.toHexString((field + sentence).hashCode());
    }

    public String label() {
      return Filing.label(field);
    }
  }

  /// As a draft keeps it.
  String draft(Filing filing) {
    return text(filing.fields(), DRAFT);
  }

  Filing draft(String typed) {
    return Filing.of(read(typed, DRAFT, FIELDS));
  }

  /// As it stays once it was handed in.
  String content(Filing filing) {
    return text(filing.fields(), FILED);
  }

  Filing content(Filed filed) {
    return Filing.of(read(filed.content(), FILED, FIELDS));
  }

  String warnings(List<Warning> warnings) {
    return text(warnings.stream().map(Pointed::of).toList(), WARNINGS);
  }

  List<Pointed> warnings(Filed filed) {
    return read(filed.warnings(), WARNINGS, POINTED);
  }

  private String text(Object value, String place) {
    try {
      return sealing.seal(json.writeValueAsString(value), place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T read(String stored, String place, Argument<T> kind) {
    try {
      return json.readValue(plain(stored) ? stored : sealing.open(stored, place), kind);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // What was written before it was sealed begins as JSON does, which nothing sealed can.
  private static boolean plain(String stored) {
    return stored.startsWith("{") || stored.startsWith("[");
  }
}
