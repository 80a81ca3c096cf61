package seedbed.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import seedbed.criteria.PlanOutline;
import seedbed.criteria.rule.Indicator;
import seedbed.word.WordContent;
import seedbed.word.WordContent.Block;
import seedbed.word.WordContent.Row;
import seedbed.word.WordContent.Table;

/// Reads what the tables of a form say: tables by their heads, rows by their labels, so that what
/// people move, add or take away does not put anything in the wrong place. Whatever is said and
/// cannot be placed is told.
final class FormTables {

  private static final Pattern YEAR = Pattern.compile("([0-9]{4})年?(\\(基期\\)|基期)?");
  private static final Pattern NUMBER = Pattern.compile("\\D{0,3}[0-9]{0,3}\\D{0,3}");
  private static final Pattern IGNORED = Pattern.compile("-?[0-9]*-?|[0-9]{4}年印制");

  private final PlanPaper paper;
  private final Set<String> printed;
  private final Map<String, Passage> passages;
  private final Map<String, Indicator> indicators;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<RowSort, List<RowNumbers.Row>> rows = new LinkedHashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final List<String> unread = new ArrayList<>();

  private Reading reading = new Nothing();
  private String place = "封面";
  private int line;

  /// What the row at hand is read as.
  private sealed interface Reading {}

  private record Nothing() implements Reading {}

  private record Strategy() implements Reading {}

  private record Words() implements Reading {}

  /// @param years by their place in the head
  private record Targets(TableHead head, Map<Integer, Integer> years) implements Reading {}

  private record Rows(TableHead head, RowSort sort) implements Reading {}

  private record Attachments(TableHead head) implements Reading {}

  /// @param paper what the form was made from
  /// @param sentences what it says outside of tables
  FormTables(PlanPaper paper, List<String> sentences) {
    this.paper = paper;
    printed = sentences.stream().map(FormText::plain).collect(Collectors.toSet());
    passages =
        Arrays.stream(Passage.values())
            .collect(Collectors.toMap(passage -> FormText.label(passage.label()), p -> p));
    indicators =
        paper
            .outline()
            .indicators()
            .collect(Collectors.toMap(indicator -> FormText.label(indicator.label()), i -> i));
  }

  PlanFormReading.Read read(WordContent file) {
    file.blocks().forEach(this::block);
    place = "页眉页脚";
    file.margins().forEach(this::outside);
    for (WordContent.Lost lost : WordContent.Lost.values()) {
      if (file.lost().contains(lost)) {
        unread.add("表中有" + lost.label() + "，不能读取；需要的内容请写进表格，材料请在网页作为附件上传。");
      }
    }
    rows.forEach(this::number);
    missing();
    return new PlanFormReading.Read(Content.of(fields), unread);
  }

  private void block(Block block) {
    switch (block) {
      case WordContent.Paragraph(var text) -> outside(text);
      case WordContent.Aside(var text) -> outside(text);
      case Table table -> table(table);
    }
  }

  private void outside(String text) {
    String plain = FormText.plain(text);
    if (plain.isEmpty()) {
      return;
    }
    reading = new Nothing();
    if (printed.contains(plain)) {
      place = FormText.shown(text);
    } else if (!IGNORED.matcher(plain).matches() && !FormMark.isLine(text)) {
      unread.add("“" + place + "”之后，表格以外的文字没有读取：" + FormText.shown(text));
    }
  }

  private void table(Table table) {
    if (!continues(table)) {
      reading = new Nothing();
      line = 0;
    }
    for (Row row : table.rows()) {
      line++;
      if (!row.text().isBlank()) {
        row(row);
      }
    }
  }

  /// Whether it is the rest of the table before, which somebody has parted from its head.
  private boolean continues(Table table) {
    Row first = table.rows().isEmpty() ? new Row(List.of()) : table.rows().getFirst();
    return switch (reading) {
      case Targets(var head, _) -> head.asWideAs(first) && indicators.containsKey(label(first));
      case Rows(var head, _) -> head.asWideAs(first) && NUMBER.matcher(label(first)).matches();
      case Nothing _, Strategy _, Words _, Attachments _ -> false;
    };
  }

  private static String label(Row row) {
    return row.cells().isEmpty() ? "" : FormText.label(row.cells().getFirst().text());
  }

  private void row(Row row) {
    TableHead head = TableHead.of(row);
    Optional<Reading> begun = begun(head);
    if (begun.isPresent()) {
      reading = begun.get();
      line = 0;
      return;
    }
    switch (reading) {
      case Strategy _ -> strategy(row);
      case Targets targets -> target(targets, row);
      case Rows(var above, var sort) -> collect(above, sort, row);
      case Attachments(var above) -> attachment(above, row);
      case Nothing _, Words _ -> labelled(row);
    }
  }

  private Optional<Reading> begun(TableHead head) {
    List<String> labels = head.labels();
    if (labels.equals(List.of(FormText.label(Passage.STRATEGY.label())))) {
      seen.add(Passage.STRATEGY.field());
      return Optional.of(new Strategy());
    }
    if (labels.contains(PlanChapters.WORDS)
        && (labels.contains(PlanChapters.AIM) || labels.contains(PlanChapters.MEASURE))) {
      return Optional.of(new Words());
    }
    if (labels.contains(PlanChapters.INDICATOR)) {
      Map<Integer, Integer> years = years(labels);
      // One year alone may be an entry of a task that speaks of indicators.
      return years.size() < 2 ? Optional.empty() : Optional.of(targets(head, years));
    }
    if (labels.contains(PlanChapters.ATTACHMENT) && labels.contains(RowSort.NUMBER)) {
      return Optional.of(new Attachments(head));
    }
    if (labels.contains(RowSort.NUMBER)) {
      for (RowSort sort : RowSort.all()) {
        if (labels.contains(FormText.label(sort.name().label()))) {
          rows.computeIfAbsent(sort, _ -> new ArrayList<>());
          return Optional.of(begun(head, sort));
        }
      }
    }
    return Optional.empty();
  }

  private Rows begun(TableHead head, RowSort sort) {
    List<String> lacking =
        sort.parts().stream()
            .map(RowSort.Part::label)
            .filter(label -> !head.labels().contains(FormText.label(label)))
            .toList();
    if (!lacking.isEmpty()) {
      unread.add("“%s”表没有“%s”列，这部分没有读取。".formatted(sort.label(), String.join("”“", lacking)));
    }
    return new Rows(head, sort);
  }

  private Targets targets(TableHead head, Map<Integer, Integer> years) {
    List<String> lacking =
        paper.span().columns().stream()
            .filter(year -> !years.containsValue(year))
            .map(String::valueOf)
            .toList();
    if (!lacking.isEmpty()) {
      unread.add("“%s”下的指标表没有 %s 年的列，这部分没有读取。".formatted(place, String.join("、", lacking)));
    }
    return new Targets(head, years);
  }

  private Map<Integer, Integer> years(List<String> labels) {
    Map<Integer, Integer> years = new HashMap<>();
    for (int at = 0; at < labels.size(); at++) {
      Matcher written = YEAR.matcher(labels.get(at));
      if (written.matches() && paper.span().columns().contains(Integer.valueOf(written.group(1)))) {
        years.putIfAbsent(at, Integer.valueOf(written.group(1)));
      }
    }
    return years;
  }

  private void strategy(Row row) {
    String text =
        row.cells().stream().map(WordContent.Cell::text).collect(Collectors.joining("\n"));
    fields.merge(Passage.STRATEGY.field(), text, (before, more) -> before + "\n" + more);
  }

  private void labelled(Row row) {
    String label = label(row);
    String text =
        row.cells().stream()
            .skip(1)
            .map(WordContent.Cell::text)
            .filter(said -> !said.isBlank())
            .collect(Collectors.joining("\n"));
    Passage passage = passages.get(label);
    if (passage != null && row.cells().size() > 1) {
      seen.add(passage.field());
      put(passage.field(), text, passage.label());
    } else if (label.equals(PlanPaper.PREPARED)) {
      seen.add("prepared");
      put("prepared", text, PlanPaper.PREPARED);
    } else if (label.equals(FormText.label(PlanPaper.COMPANY))) {
      company(text);
    } else {
      unplaced(row);
    }
  }

  private void company(String text) {
    if (!FormText.plain(text).equals(FormText.plain(paper.company()))) {
      unread.add(
          "封面上的企业名称“%s”没有读取，仍用登记的名称“%s”；名称有变更的，请按企业名称变更办理。"
              .formatted(FormText.shown(text), paper.company()));
    }
  }

  private void target(Targets table, Row row) {
    Map<Integer, String> said = table.head().under(row);
    int named = table.head().labels().indexOf(PlanChapters.INDICATOR);
    Indicator indicator = indicators.get(FormText.label(said.getOrDefault(named, "")));
    if (indicator == null) {
      unplaced(row);
      return;
    }
    seen.add(indicator.code());
    merged(table.head(), row);
    said.forEach((at, text) -> {
      Integer year = table.years().get(at);
      if (year != null) {
        put(
            Content.targetField(indicator.code(), year),
            text,
            indicator.label() + " " + year + " 年");
      } else if (at != named && at != table.head().labels().indexOf(PlanChapters.UNIT)) {
        stray(at, table.head(), text);
      } else if (at != named && !FormText.plain(text).equals(FormText.plain(indicator.unit()))) {
        unread.add(
            where()
                + "：“%s”的单位写成了“%s”，本表的单位是%s，数值请核对。"
                    .formatted(indicator.label(), FormText.shown(text), indicator.unit()));
      }
    });
  }

  private void collect(TableHead head, RowSort sort, Row row) {
    Map<Integer, String> said = head.under(row);
    Map<String, String> parts = new LinkedHashMap<>();
    Map<String, RowSort.Part> columns =
        sort.parts().stream()
            .collect(Collectors.toMap(part -> FormText.label(part.label()), part -> part));
    String[] number = {""};
    said.forEach((at, text) -> {
      RowSort.Part part = columns.get(head.labels().get(at));
      if (part != null) {
        parts.merge(part.code(), text.strip(), (before, more) -> (before + "\n" + more).strip());
      } else if (head.labels().get(at).equals(RowSort.NUMBER)) {
        number[0] = text;
      } else {
        stray(at, head, text);
      }
    });
    merged(head, row);
    parts.values().removeIf(String::isEmpty);
    if (!parts.isEmpty()) {
      rows.computeIfAbsent(sort, _ -> new ArrayList<>())
          .add(
              new RowNumbers.Row(
                  "“%s”表第 %d 行".formatted(sort.label(), line), number[0].strip(), parts));
    }
  }

  private void attachment(TableHead head, Row row) {
    String name = head.under(row).getOrDefault(head.labels().indexOf(PlanChapters.ATTACHMENT), "");
    boolean known =
        paper.content().attachments().stream()
            .anyMatch(attachment -> FormText.plain(attachment.name()).equals(FormText.plain(name)));
    if (!known && !name.isBlank()) {
      unread.add("附件清单中的“" + FormText.shown(name) + "”没有读取，请在网页上传这个附件。");
    }
  }

  private void number(RowSort sort, List<RowNumbers.Row> found) {
    RowNumbers.of(sort, found, paper.content(), paper.given(sort), unread)
        .forEach((number, row) ->
            sort.parts()
                .forEach(part -> {
                  String text = row.parts().get(part.code());
                  if (text != null) {
                    fields.put(sort.field(number, part), text);
                  }
                }));
  }

  private void put(String field, String text, String named) {
    String said = text.strip();
    if (said.isEmpty()) {
      return;
    }
    String before = fields.putIfAbsent(field, said);
    if (before != null && !before.equals(said)) {
      unread.add(where() + "：“" + named + "”填了两次，第二次的没有读取：" + FormText.shown(said));
    }
  }

  private void merged(TableHead head, Row row) {
    for (String text : head.merged(row)) {
      unread.add(where() + "：有合并的单元格，其中的内容按左边一列读取，请核对：" + FormText.shown(text));
    }
  }

  private void stray(int at, TableHead head, String text) {
    if (!text.isBlank()) {
      unread.add(where() + "：“" + head.labels().get(at) + "”列不是本表的列，没有读取：" + FormText.shown(text));
    }
  }

  private void unplaced(Row row) {
    unread.add(where() + "：不是本表的行，没有读取：" + FormText.shown(row.text()));
  }

  private String where() {
    return switch (reading) {
      case Rows(_, var sort) -> "“%s”表第 %d 行".formatted(sort.label(), line);
      case Attachments _ -> "附件清单第 %d 行".formatted(line);
      case Targets _, Words _, Strategy _, Nothing _ -> "“%s”之后的表格第 %d 行".formatted(place, line);
    };
  }

  /// What was in the form, and is nowhere in what came back.
  private void missing() {
    Content before = paper.content();
    lost("prepared", before.prepared(), PlanPaper.PREPARED);
    for (Passage passage : Passage.values()) {
      lost(passage.field(), before.text(passage), passage.label());
    }
    paper.outline().targets().forEach((part, ofPart) -> lost(part, ofPart, before));
    for (RowSort sort : RowSort.all()) {
      if (!rows.containsKey(sort) && !before.numbers(sort.code()).isEmpty()) {
        unread.add("没有找到“%s”表，原有内容没有读取，请补填。".formatted(sort.label()));
      }
    }
  }

  private void lost(PlanOutline.Part part, List<Indicator> ofPart, Content before) {
    for (Indicator indicator : ofPart) {
      String said =
          paper.span().columns().stream()
              .map(year -> before.target(indicator.code(), year))
              .collect(Collectors.joining());
      lost(indicator.code(), said, part.label() + "：" + indicator.label());
    }
  }

  private void lost(String key, String said, String named) {
    if (!said.isEmpty() && !seen.contains(key)) {
      unread.add("没有找到“" + named + "”这一行，原有内容没有读取，请补填。");
    }
  }
}
