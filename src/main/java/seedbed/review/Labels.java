package seedbed.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// The words of one round for its pool, titles, standards and region. What it wrote down comes
/// first; a round that wrote nothing down is read in the words of today.
final class Labels {

  private final Subject subject;
  private final Map<Key, Label> written = new HashMap<>();
  private final BiFunction<Label.Kind, String, Label> today;

  private record Key(Label.Kind kind, String code) {}

  /// The round whose words they are, with its pool and region.
  record Subject(long round, String title, String regionCode) {

    static Subject of(Round round) {
      return new Subject(round.id(), round.title(), round.regionCode());
    }
  }

  Labels(Subject subject, List<Label> written, BiFunction<Label.Kind, String, Label> today) {
    this.subject = subject;
    this.today = today;
    written.forEach(label -> this.written.put(new Key(label.kind(), label.code()), label));
  }

  String pool() {
    return title(subject.title());
  }

  String region() {
    return label(Label.Kind.REGION, subject.regionCode()).label();
  }

  String title(String code) {
    return label(Label.Kind.TITLE, code).label();
  }

  String shortTitle(String code) {
    return label(Label.Kind.TITLE, code).shorter();
  }

  String edition(String code) {
    return label(Label.Kind.EDITION, code).label();
  }

  String notice(String code) {
    return label(Label.Kind.NOTICE, code).label();
  }

  private Label label(Label.Kind kind, String code) {
    Label label = written.get(new Key(kind, code));
    return label == null ? today.apply(kind, code) : label;
  }
}
