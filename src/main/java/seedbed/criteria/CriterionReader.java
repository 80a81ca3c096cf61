package seedbed.criteria;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.QuantityReader.Measure;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Clause;
import seedbed.criteria.rule.Comparison;
import seedbed.criteria.rule.Criterion;
import seedbed.criteria.rule.Criterion.Branch;
import seedbed.criteria.rule.Criterion.Reading;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Indicator.Kind;
import seedbed.criteria.rule.Quantity;
import seedbed.criteria.rule.Reason;
import seedbed.criteria.rule.Slots;

/// Reads the criteria of one checklist for one kind of applicant.
final class CriterionReader {
  private static final List<String> COMMON =
      List.of("id", "clause", "text", "proof", "unverified", "only");
  private static final Map<String, List<String>> KINDS =
      Map.ofEntries(
          Map.entry("quantity", List.of("at_least", "at_most", "more_than", "less_than", "unit")),
          Map.entry("choice", List.of("at_least", "in")),
          Map.entry("declared", List.of("judgement")),
          Map.entry("holds", List.of()),
          Map.entry("lacks", List.of()),
          Map.entry("all", List.of()),
          Map.entry("any", List.of()),
          Map.entry("at_least_of", List.of()),
          Map.entry("branches", List.of()),
          Map.entry("every_year", List.of()),
          Map.entry("any_year", List.of()),
          Map.entry("readings", List.of()),
          Map.entry("score", List.of()),
          Map.entry("open", List.of()));
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]+([./-][A-Za-z0-9]+)*");
  private static final Map<String, Comparison> COMPARISONS =
      Map.of(
          "at_least", Comparison.AT_LEAST,
          "at_most", Comparison.AT_MOST,
          "more_than", Comparison.MORE_THAN,
          "less_than", Comparison.LESS_THAN);

  private final Dictionary dictionary;
  private final Applicant applicant;
  private final QuantityReader quantities;
  private final ScoreReader scores;
  private final Map<String, YamlValue> ids = new HashMap<>();

  CriterionReader(Dictionary dictionary, Applicant applicant) {
    this.dictionary = dictionary;
    this.applicant = applicant;
    quantities = new QuantityReader(dictionary);
    scores = new ScoreReader(this, quantities, dictionary);
  }

  /// The criteria of a checklist, without those for the other kind of applicant.
  List<Criterion> criteria(YamlValue list, Place place) {
    return list.some(value -> read(value, place));
  }

  /// One criterion; null when it is only for the other kind of applicant.
  @Nullable Criterion read(YamlValue value, Place place) {
    return read(value, place, List.of());
  }

  private @Nullable Criterion read(YamlValue value, Place place, List<String> more) {
    var fields = value.fields();
    var kind = kind(value, fields);
    fields.only(
        Stream.of(COMMON, more, List.of(kind), KINDS.getOrDefault(kind, List.of()))
            .flatMap(List::stream)
            .toList());
    var own = place.with(fields);
    var clause = own.clause(fields);
    if (!fields.optional("only", this::meant, true)) {
      return null;
    }
    unique(clause.id(), value);
    return criterion(kind, clause, fields, own);
  }

  private static String kind(YamlValue value, YamlFields fields) {
    var kinds = KINDS.keySet().stream().filter(fields::has).sorted().toList();
    return switch (kinds.size()) {
      case 1 -> kinds.getFirst();
      case 0 -> throw value.flaw("看不出是哪一种条件", "请写quantity、choice、declared、holds、all、any等其中一种");
      default -> throw value.flaw("一条条件写了两种：" + String.join("、", kinds), "请只保留一种，或用all、any分开写");
    };
  }

  private boolean meant(YamlValue only) {
    return applicant(only) == applicant;
  }

  static Applicant applicant(YamlValue value) {
    for (var each : Applicant.values()) {
      if (each.code().equals(value.text())) {
        return each;
      }
    }
    throw value.flaw("没有“" + value.text() + "”这一类申报", "请改为new或renewal");
  }

  /// Ids name findings, so no two parts of a checklist may share one.
  void unique(String id, YamlValue value) {
    if (!ID.matcher(id).matches()) {
      throw value.flaw("id“" + id + "”不合规则", "请用由 - 或 . 连接的英文短词或数字");
    }
    var first = ids.putIfAbsent(id, value);
    if (first != null) {
      throw value.flaw("id“" + id + "”与第" + first.line() + "行重复", "请换一个在本清单内不重复的id");
    }
  }

  private Criterion criterion(String kind, Clause clause, YamlFields fields, Place place) {
    var value = fields.required(kind);
    return switch (kind) {
      case "quantity" -> threshold(clause, fields, place);
      case "choice" -> choice(clause, fields, place);
      case "declared" -> declared(clause, fields, place);
      case "holds" ->
          new Criterion.Holds(clause, value.oneOrMore().stream().map(dictionary::title).toList());
      case "lacks" ->
          new Criterion.Lacks(clause, value.oneOrMore().stream().map(dictionary::title).toList());
      case "all" -> new Criterion.All(clause, parts(value, place));
      case "any" -> new Criterion.Any(clause, parts(value, place));
      case "at_least_of" -> atLeast(clause, value, place);
      case "branches" -> branches(clause, value, place);
      case "every_year" -> yearly(value, place, clause, Criterion.EveryYear::new);
      case "any_year" -> yearly(value, place, clause, Criterion.AnyYear::new);
      case "readings" -> readings(clause, value, place);
      case "score" -> new Criterion.Scored(clause, scores.sheet(value, place.named(clause.id())));
      case "open" -> new Criterion.Open(clause, reason(value));
      default -> throw new IllegalStateException("a kind without a reader: " + kind);
    };
  }

  private Criterion threshold(Clause clause, YamlFields fields, Place place) {
    var unit = fields.required("unit");
    var measures = quantities.read(fields.required("quantity"), unit, place.back());
    var key = comparison(fields);
    var bound = bound(measures.getFirst().quantity(), fields.required(key));
    var comparison = comparison(key);
    return thresholds(clause, measures, comparison, bound, unit.text());
  }

  /// A threshold, or where a growth may be averaged in two ways, one reading for each.
  static Criterion thresholds(
      Clause clause, List<Measure> measures, Comparison comparison, BigDecimal bound, String unit) {
    if (measures.size() == 1) {
      return new Criterion.Threshold(
          clause, measures.getFirst().quantity(), comparison, bound, unit);
    }
    var readings =
        IntStream.range(0, measures.size())
            .mapToObj(i ->
                new Reading(
                    String.valueOf(measures.get(i).reading()),
                    new Criterion.Threshold(
                        numbered(clause, i + 1),
                        measures.get(i).quantity(),
                        comparison,
                        bound,
                        unit)))
            .toList();
    return new Criterion.Readings(clause, readings);
  }

  private static Clause numbered(Clause clause, int place) {
    return new Clause(
        clause.id() + "." + place,
        clause.citation(),
        clause.text(),
        clause.proof(),
        clause.unverified());
  }

  private static String comparison(YamlFields fields) {
    var keys = COMPARISONS.keySet().stream().filter(fields::has).sorted().toList();
    if (keys.size() != 1) {
      throw fields
          .owner()
          .flaw(
              keys.isEmpty() ? "没有写门槛数值" : "写了两个门槛：" + String.join("、", keys),
              "请在at_least、at_most、more_than、less_than中写一个");
    }
    return keys.getFirst();
  }

  private static Comparison comparison(String key) {
    return switch (COMPARISONS.get(key)) {
      case null -> throw new IllegalStateException("no comparison " + key);
      case Comparison comparison -> comparison;
    };
  }

  private static BigDecimal bound(Quantity quantity, YamlValue value) {
    return quantity instanceof Quantity.Value(Cell cell) && cell.indicator().kind() == Kind.DATE
        ? BigDecimal.valueOf(value.date().toEpochDay())
        : value.number();
  }

  private Criterion choice(Clause clause, YamlFields fields, Place place) {
    var code = fields.required("choice");
    var indicator = dictionary.indicator(code);
    if (indicator.kind() != Kind.CHOICE) {
      throw code.flaw("“" + indicator.label() + "”不是选项类指标", "请改用choice类指标，或换一种条件");
    }
    if (fields.has("at_least") == fields.has("in")) {
      throw fields.owner().flaw("选项条件须写at_least或in之一", "请写其中一个");
    }
    var cell = dictionary.cell(code, indicator, place.back());
    var options =
        fields.has("in")
            ? fields.required("in").oneOrMore().stream()
                .map(each -> option(each, indicator))
                .toList()
            : from(option(fields.required("at_least"), indicator), code, indicator);
    return new Criterion.Choice(
        clause, cell, bits(options), Wording.required(indicator, options, fields.has("in")));
  }

  static int option(YamlValue answer, Indicator indicator) {
    var option = indicator.option(answer.text());
    if (option < 0) {
      throw answer.flaw(
          "“" + indicator.label() + "”没有“" + answer.text() + "”这个选项",
          "请改为以下之一："
              + String.join(
                  "、", indicator.options().stream().map(Indicator.Option::code).toList()));
    }
    return option;
  }

  private static List<Integer> from(int lowest, YamlValue code, Indicator indicator) {
    if (!indicator.ordered()) {
      throw code.flaw("“" + indicator.label() + "”的选项不分高低，不能用at_least", "请改用in列出可接受的选项");
    }
    return IntStream.range(lowest, indicator.options().size()).boxed().toList();
  }

  private static long bits(List<Integer> options) {
    return options.stream().mapToLong(option -> 1L << option).reduce(0, (all, bit) -> all | bit);
  }

  private Criterion declared(Clause clause, YamlFields fields, Place place) {
    var code = fields.required("declared");
    var indicator = dictionary.indicator(code);
    if (indicator.kind() != Kind.FLAG) {
      throw code.flaw("“" + indicator.label() + "”不是是否类指标", "请改用quantity（数字）或choice（选项）");
    }
    var judgement = fields.optional("judgement", YamlValue::truth, false);
    return new Criterion.Declared(
        clause,
        dictionary.cell(code, indicator, place.back()),
        judgement ? Criterion.Basis.JUDGEMENT : Criterion.Basis.EVIDENCE);
  }

  private List<Criterion> parts(YamlValue list, Place place) {
    var values = list.some();
    var parts = new ArrayList<Criterion>();
    for (var i = 0; i < values.size(); i++) {
      var part = place.part(i + 1);
      var value = values.get(i);
      list.problems().attempt(() -> read(value, part)).ifPresent(parts::add);
    }
    return parts;
  }

  private Criterion atLeast(Clause clause, YamlValue value, Place place) {
    var fields = value.fields().only(List.of("n", "of"));
    var parts = parts(fields.required("of"), place);
    var size = fields.required("of").items().size();
    return new Criterion.AtLeast(clause, fields.required("n").whole(1, size), parts);
  }

  private Criterion branches(Clause clause, YamlValue list, Place place) {
    var values = list.items();
    var branches = new ArrayList<Branch>();
    for (var i = 0; i < values.size(); i++) {
      var fields = values.get(i).fields().only(List.of("when", "then"));
      var part = place.part(i + 1);
      var when = read(fields.required("when"), part.part("when"));
      var then = read(fields.required("then"), part);
      if (when == null || then == null) {
        throw values.get(i).flaw("分档内不能用only", "请在整条条件上写only");
      }
      branches.add(new Branch(when, then));
    }
    Coverage.check(branches, list);
    return new Criterion.Branches(clause, branches);
  }

  private Criterion yearly(
      YamlValue value,
      Place place,
      Clause clause,
      BiFunction<Clause, List<Criterion>, Criterion> kind) {
    var fields = value.fields().only(List.of("years", "of"));
    var of = fields.required("of");
    var years = new ArrayList<Criterion>();
    var count = fields.required("years").whole(1, Slots.YEARS);
    for (var back = 0; back < count; back++) {
      var year = read(of, place.part(back + 1).worded(place.text()).yearsBack(back));
      if (year == null) {
        throw of.flaw("逐年条件内不能用only", "请在整条条件上写only");
      }
      years.add(year);
    }
    return kind.apply(clause, years);
  }

  private Criterion readings(Clause clause, YamlValue list, Place place) {
    var values = list.items();
    if (values.size() < 2) {
      throw list.flaw("readings至少要有两种读法", "请补上另一种读法，或直接写成一条条件");
    }
    var readings = new ArrayList<Reading>();
    for (var i = 0; i < values.size(); i++) {
      var value = values.get(i);
      var name = value.fields().required("reading").text();
      var part = place.part(i + 1).worded(clause.text());
      var criterion = read(value, part, List.of("reading"));
      if (criterion == null) {
        throw value.flaw("readings内不能用only", "请在整条条件上写only");
      }
      readings.add(new Reading(name, criterion));
    }
    return new Criterion.Readings(clause, readings);
  }

  private static Reason reason(YamlValue value) {
    return switch (value.text()) {
      case "judgement" -> Reason.NEEDS_JUDGEMENT;
      case "wording" -> Reason.WORDING_UNSETTLED;
      case "provisional" -> Reason.EDITION_PROVISIONAL;
      default ->
          throw value.flaw("不认识的待定原因“" + value.text() + "”", "请改为judgement、wording或provisional");
    };
  }
}
