package seedbed.review;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import seedbed.web.Formats;
import seedbed.word.Imprint;
import seedbed.word.OfficialDocument;
import seedbed.word.WordTable;

/// A decision about a closed round as an official document.
@Singleton
class SupplementFile {

  private static final List<WordTable.Column> COLUMNS =
      List.of(
          WordTable.Column.centred("序号", 8),
          WordTable.Column.text("企业名称", 30),
          WordTable.Column.centred("原决定", 14),
          WordTable.Column.centred("现决定", 14),
          WordTable.Column.text("理由", 34));

  private final Clock clock;

  SupplementFile(Clock clock) {
    this.clock = clock;
  }

  /// One company of the decision.
  record Line(String name, Decision was, Decision now, @Nullable String reason) {}

  String name(Round round, Supplement.Kind kind, Labels labels) {
    return "%s%d年度动态管理补充决定（%s）".formatted(labels.pool(), round.aboutYear(), kind.label());
  }

  /// @return what it says
  String write(
      Round round,
      Supplementing.Order order,
      Labels labels,
      List<Line> lines,
      Instant at,
      Imprint imprint,
      OutputStream out)
      throws IOException {
    try (var document = new OfficialDocument(name(round, order.kind(), labels))) {
      document
          .made(at)
          .subtitle(order.document())
          .text(
              "对已经办结的%d年度动态管理（%s），%s。现作如下决定，自%s起生效。"
                  .formatted(
                      round.aboutYear(),
                      round.document(),
                      order.reason().strip().replaceFirst("。$", ""),
                      Formats.longDay(order.effectiveOn()).replace(" ", "")))
          .table(COLUMNS, rows(lines))
          .signed(labels.region() + "发展和改革委员会", LocalDate.ofInstant(at, clock.getZone()))
          .imprint(imprint)
          .write(out);
      return document.words();
    }
  }

  private static List<List<String>> rows(List<Line> lines) {
    return IntStream.range(0, lines.size())
        .mapToObj(place -> {
          Line line = lines.get(place);
          String reason = line.reason();
          return List.of(
              "" + (place + 1),
              line.name(),
              line.was().label(),
              line.now().label(),
              reason == null ? "" : reason);
        })
        .toList();
  }
}
