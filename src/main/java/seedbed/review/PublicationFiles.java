package seedbed.review;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.criteria.rule.Truth;
import seedbed.spreadsheet.Table;
import seedbed.spreadsheet.Workbooks;
import seedbed.web.Formats;
import seedbed.word.Imprint;
import seedbed.word.OfficialDocument;
import seedbed.word.WordTable;

/// The published list of a round as a workbook and as an official document. Both are made from what
/// the round froze and from nothing else.
@Singleton
class PublicationFiles {

  private static final int SLICE = 500;
  private static final MemberQuery ALL = new MemberQuery(null, null, null);

  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.count("序号"),
          Table.Column.text("企业名称", 34),
          Table.Column.text("统一社会信用代码", 21),
          Table.Column.text("示例", 6),
          Table.Column.text("所在", 14),
          Table.Column.text("留库判定", 10),
          Table.Column.prose("主要差距或所缺数据", 36),
          Table.Column.text("上一级", 12),
          Table.Column.text("上一级判定", 11),
          Table.Column.text("上一轮留库判定", 13),
          Table.Column.text("上一轮决定", 12),
          Table.Column.text("镇（街道）意见", 15),
          Table.Column.prose("意见说明", 28),
          Table.Column.text("决定", 12),
          Table.Column.text("推荐申报或整改期限", 20),
          Table.Column.prose("理由", 36));

  private static final List<WordTable.Column> LIST =
      List.of(
          WordTable.Column.centred("序号", 8),
          WordTable.Column.text("企业名称", 44),
          WordTable.Column.centred("统一社会信用代码", 31),
          WordTable.Column.centred("所在", 17));

  private static final List<WordTable.Column> LIST_WITH_DETAIL =
      List.of(
          WordTable.Column.centred("序号", 8),
          WordTable.Column.text("企业名称", 32),
          WordTable.Column.centred("统一社会信用代码", 31),
          WordTable.Column.centred("所在", 13),
          WordTable.Column.centred("推荐申报或整改期限", 16));

  private final VisibleMembers members;
  private final Comparison comparison;
  private final Labelling labelling;
  private final Clock clock;

  PublicationFiles(
      VisibleMembers members, Comparison comparison, Labelling labelling, Clock clock) {
    this.members = members;
    this.comparison = comparison;
    this.labelling = labelling;
    this.clock = clock;
  }

  String name(Round round) {
    return name(round, labelling.of(round));
  }

  private static String name(Round round, Labels labels) {
    return "%s%d年度动态管理结果".formatted(labels.pool(), round.aboutYear());
  }

  /// Of a closed round the same to the byte, whenever it is made.
  byte[] workbook(Round round, Scope scope) throws IOException {
    Labels labels = labelling.of(round);
    Instant made = Objects.requireNonNullElse(round.closedAt(), round.knownAt());
    var out = new ByteArrayOutputStream();
    var place = new AtomicInteger();
    Workbooks.write(
        Table.of(
                name(round, labels),
                COLUMNS,
                () ->
                    listed(round, ALL, scope)
                        .map(row -> line(row, place.incrementAndGet(), labels))
                        .iterator())
            .noting(basis(round, labels), compared(round, scope)),
        made,
        out);
    return out.toByteArray();
  }

  private static String basis(Round round, Labels labels) {
    String region = labels.region();
    String document = round.document();
    return document == null
        ? "%s，数据截止 %s；本轮尚未办结。".formatted(region, round.asOf())
        : "%s，数据截止 %s，自 %s 起生效；%s，档案编号 %s。"
            .formatted(region, round.asOf(), round.effectiveOn(), document, round.archiveNumber());
  }

  private String compared(Round round, Scope scope) {
    if (round.lastRound() == null) {
      return "没有上一轮可以比较。";
    }
    var counts = comparison.counts(round.id(), scope);
    long gone = comparison.goneCount(round.id(), round.lastRound(), scope);
    return "与上一轮比较：新入库 %s 家，已不在库 %s 家；留库判定好转 %s 家，退步 %s 家。"
        .formatted(
            Formats.count(counts.joined()),
            Formats.count(gone),
            Formats.count(counts.better()),
            Formats.count(counts.worse()));
  }

  private Stream<VisibleMembers.Ruled> listed(Round round, MemberQuery query, Scope scope) {
    return IntStream.iterate(0, offset -> offset + SLICE)
        .mapToObj(offset -> members.published(round.id(), query, scope, SLICE, offset))
        .takeWhile(slice -> !slice.isEmpty())
        .flatMap(List::stream);
  }

  private static List<@Nullable Object> line(VisibleMembers.Ruled row, int place, Labels labels) {
    return Arrays.asList(
        place,
        row.name(),
        row.creditCode(),
        row.demo() ? "示例" : null,
        row.region(),
        word(row.stay()),
        row.stayWords(),
        row.nextTitle() == null ? null : labels.shortTitle(row.nextTitle()),
        word(row.nextTruth()),
        word(row.lastStay()),
        label(row.lastRuling()),
        label(row.opinion()),
        row.opinionNote(),
        label(row.decision()),
        detail(row, labels),
        row.reason());
  }

  private static @Nullable String detail(VisibleMembers.Ruled row, Labels labels) {
    if (row.rectifyUntil() != null) {
      return row.rectifyUntil().toString();
    }
    return row.upward() == null ? null : labels.shortTitle(row.upward());
  }

  private static @Nullable String label(@Nullable Decision decision) {
    return decision == null ? null : decision.label();
  }

  private static @Nullable String word(@Nullable Truth truth) {
    return switch (truth) {
      case null -> null;
      case MET -> "满足";
      case NOT_MET -> "不满足";
      case UNKNOWN -> "待定";
    };
  }

  /// Decision by decision, as an office announces it. Only of a closed round.
  byte[] document(Round round, Scope scope) throws IOException {
    var out = new ByteArrayOutputStream();
    write(round, scope, null, out);
    return out.toByteArray();
  }

  /// The same with what proves it.
  ///
  /// @return what it says
  String original(Round round, Imprint imprint, OutputStream out) throws IOException {
    return write(round, new Scope.Whole(), imprint, out);
  }

  private String write(Round round, Scope scope, @Nullable Imprint imprint, OutputStream out)
      throws IOException {
    Instant closed = Objects.requireNonNull(round.closedAt(), "only closed rounds are announced");
    Labels labels = labelling.of(round);
    String region = labels.region();
    var totals = RoundReading.totals(members.towns(round.id(), scope));
    try (var document = new OfficialDocument(name(round, labels))) {
      document
          .made(closed)
          .subtitle(String.valueOf(round.document()))
          .text(opening(round, labels, totals));
      String[] numerals = {"一", "二", "三", "四"};
      int part = 0;
      for (MemberQuery.Standing standing :
          List.of(
              MemberQuery.Standing.RECOMMEND,
              MemberQuery.Standing.KEEP,
              MemberQuery.Standing.RECTIFY,
              MemberQuery.Standing.REMOVE)) {
        long count = members.count(round.id(), ALL.standing(standing), scope);
        if (count > 0) {
          document.heading(
              "%s、%s（%s家）".formatted(numerals[part++], standing.label(), Formats.count(count)));
          document.table(columns(standing), rows(round, standing, scope, labels));
        }
      }
      document.text(basis(round, labels) + "结果摘要 " + round.digest() + "。");
      document.signed(region + "发展和改革委员会", LocalDate.ofInstant(closed, clock.getZone()));
      if (imprint != null) {
        document.imprint(imprint);
      }
      document.write(out);
      return document.words();
    }
  }

  private static String opening(Round round, Labels labels, RoundPage.Totals totals) {
    return "按照动态管理要求，对截至%s在%s的%s家企业（%s）集中核实。经逐家审定，保留%s家，推荐上一级%s家，限期整改%s家，调出%s家。现将结果公布如下。"
        .formatted(
            Formats.longDay(round.asOf()).replace(" ", ""),
            labels.pool(),
            Formats.count(totals.members()),
            labels.region(),
            Formats.count(totals.kept()),
            Formats.count(totals.recommended()),
            Formats.count(totals.rectified()),
            Formats.count(totals.removed()));
  }

  private static List<WordTable.Column> columns(MemberQuery.Standing standing) {
    return switch (standing) {
      case RECOMMEND, RECTIFY -> LIST_WITH_DETAIL;
      case UNADVISED, UNDECIDED, KEEP, REMOVE, NOT_MET, UNKNOWN, READY, WORSE, CARRIED -> LIST;
    };
  }

  private Iterable<List<String>> rows(
      Round round, MemberQuery.Standing standing, Scope scope, Labels labels) {
    boolean detailed = columns(standing).size() == LIST_WITH_DETAIL.size();
    var place = new AtomicInteger();
    return () ->
        listed(round, ALL.standing(standing), scope)
            .map(row -> {
              List<String> cells = new ArrayList<>();
              cells.add("" + place.incrementAndGet());
              cells.add(row.name());
              cells.add(Objects.requireNonNullElse(row.creditCode(), "—"));
              cells.add(row.region());
              if (detailed) {
                cells.add(Objects.requireNonNullElse(detail(row, labels), "—"));
              }
              return cells;
            })
            .iterator();
  }
}
