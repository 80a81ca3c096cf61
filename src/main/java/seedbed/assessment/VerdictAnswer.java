package seedbed.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Change;
import seedbed.criteria.rule.Cliff;
import seedbed.criteria.rule.Finding;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Verdict;
import seedbed.criteria.rule.Way;

/// A verdict as the JSON API gives it. Numbers are decimal texts, exact or rounded half up to four
/// places; a change is rounded up, so that it suffices.
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Verdict")
record VerdictAnswer(
    @Schema(description = "判定编号；同样的输入得到同样的编号", example = "7F3A-91C2-08E4") String number,
    @Schema(example = "cn-xjr-2022") String edition,
    @Nullable String overlay,
    @Schema(example = "little-giant") String title,
    @Schema(example = "general") String track,
    @Schema(example = "new") String applicant,
    LocalDate on,
    @Schema(description = "met 满足，not-met 不满足，unknown 待定", example = "not-met") String verdict,
    @Schema(description = "口径敏感：结论取决于未明确条文的口径") boolean sensitive,
    @Schema(description = "逐条判定，按标准原有顺序") List<FindingAnswer> findings,
    @Nullable ScoreAnswer score,
    @Schema(description = "最短达标路径，改动最少者在前；仅不满足时有") List<WayAnswer> distance,
    @Schema(description = "待定时补齐即可判定的最少数据；不满足时为最短路径之外尚缺的数据") List<MissingAnswer> missing,
    @Schema(description = "门槛跃变：指标到达该值时要求改变") List<CliffAnswer> cliffs) {

  static VerdictAnswer of(Verdict verdict) {
    var checklist = verdict.checklist();
    var on = verdict.facts().on();
    return new VerdictAnswer(
        verdict.number(),
        checklist.edition(),
        checklist.overlay(),
        checklist.title(),
        checklist.track(),
        checklist.applicant().code(),
        on,
        verdict.truth().code(),
        verdict.sensitive(),
        FindingAnswer.of(verdict.findings(), on),
        ScoreAnswer.of(verdict.score(), on),
        verdict.distance().stream().map(way -> WayAnswer.of(way, on)).toList(),
        MissingAnswer.of(verdict.question(), on),
        verdict.cliffs().stream().map(cliff -> CliffAnswer.of(cliff, on)).toList());
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Finding")
  record FindingAnswer(
      String id,
      @Schema(example = "工信部企业〔2022〕63号 附件3 专业化") String clause,
      String text,
      @Schema(description = "met、not-met、unknown") String verdict,
      @Schema(example = "7.5") @Nullable String actual,
      @Schema(example = "≥ 10") @Nullable String required,
      @Schema(example = "%") @Nullable String unit,
      @Schema(example = "2.5") @Nullable String shortfall,
      @Schema(example = "2021–2022") @Nullable String period,
      @Schema(
              description =
                  "待定的原因：not-reported、expired、awaiting-confirmation、needs-judgement、"
                      + "wording-unsettled、edition-provisional、not-computable")
          @Nullable String reason,
      boolean sensitive,
      @Schema(description = "条文待核之处") @Nullable String unverified,
      @Schema(description = "本年度不考查时，通知的依据") @Nullable String waived,
      @Schema(description = "单独作此改动即可达到本条") List<ChangeAnswer> remedies,
      @Schema(description = "所用数据") List<UsedAnswer> used,
      List<FindingAnswer> parts) {

    static List<FindingAnswer> of(List<Finding> findings, LocalDate on) {
      return findings.stream().map(finding -> of(finding, on)).toList();
    }

    private static FindingAnswer of(Finding finding, LocalDate on) {
      var measure = finding.measure();
      var reason = finding.reason();
      var waiver = finding.waiver();
      return new FindingAnswer(
          finding.clause().id(),
          finding.clause().citation(),
          finding.clause().text(),
          finding.truth().code(),
          measure == null ? null : measure.actual(),
          measure == null ? null : measure.required(),
          measure == null ? null : measure.unit(),
          measure == null ? null : measure.shortfall(),
          measure == null ? null : measure.period(),
          reason == null ? null : reason.code(),
          finding.sensitive(),
          finding.clause().unverified(),
          waiver == null ? null : waiver.citation(),
          finding.remedies().stream().map(change -> ChangeAnswer.of(change, on)).toList(),
          finding.used().stream().map(used -> UsedAnswer.of(used, on)).toList(),
          of(finding.parts(), on));
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "UsedFigure")
  record UsedAnswer(
      String indicator,
      @Nullable Integer year,
      @Schema(description = "所用的值；没有即未填报") @Nullable String value,
      @Schema(description = "尚未核实") boolean unconfirmed) {

    static UsedAnswer of(Finding.Used used, LocalDate on) {
      return new UsedAnswer(
          used.cell().indicator().code(),
          yearOf(used.cell(), on),
          used.value(),
          used.unconfirmed());
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Score")
  record ScoreAnswer(
      @Schema(description = "总分；有数据缺失时为区间", example = "62") String total,
      @Schema(example = "60") String required,
      List<ScoreClassAnswer> classes) {

    static @Nullable ScoreAnswer of(Finding.@Nullable Score score, LocalDate on) {
      return score == null
          ? null
          : new ScoreAnswer(
              score.total(),
              score.required(),
              score.classes().stream().map(each -> ScoreClassAnswer.of(each, on)).toList());
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ScoreClass")
  record ScoreClassAnswer(
      String id,
      String name,
      String points,
      String max,
      @Nullable String floor,
      String verdict,
      List<ScoreLineAnswer> items) {

    static ScoreClassAnswer of(Finding.ClassScore each, LocalDate on) {
      return new ScoreClassAnswer(
          each.id(),
          each.name(),
          each.points(),
          each.max(),
          each.floor(),
          each.floorMet().code(),
          each.lines().stream()
              .map(line ->
                  new ScoreLineAnswer(
                      line.id(),
                      line.text(),
                      line.points(),
                      line.max(),
                      line.used().stream().map(used -> UsedAnswer.of(used, on)).toList()))
              .toList());
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ScoreLine")
  record ScoreLineAnswer(
      String id, String text, String points, String max, List<UsedAnswer> used) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Way")
  record WayAnswer(
      List<ChangeAnswer> changes,
      @Schema(description = "含已结束年度的数据：不能再改变，只能核对是否漏报或误报") boolean closed,
      @Schema(description = "不改动已结束年度的数据，按现行标准最早可在哪一年达到", example = "2024")
          @Nullable Integer reachableIn,
      @Schema(description = "尚需填报且达到要求的数据") List<MissingAnswer> missing,
      @Schema(description = "尚待明确的条文") List<String> pending) {

    static WayAnswer of(Way way, LocalDate on) {
      return new WayAnswer(
          way.changes().stream().map(change -> ChangeAnswer.of(change, on)).toList(),
          way.closed(),
          way.reachableIn().orElse(null),
          MissingAnswer.of(way, on),
          way.pending().stream().map(clause -> clause.id()).toList());
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Change")
  record ChangeAnswer(
      @Schema(example = "rd_expense") @Nullable String indicator,
      @Schema(example = "2022") @Nullable Integer year,
      @Schema(description = "增（正）或减（负）的数额", example = "60") @Nullable String by,
      @Schema(description = "数额的单位；百分数之差为个百分点", example = "万元") @Nullable String unit,
      @Schema(description = "规模高于的上限；只说明差距，不建议为申报压减", example = "1000") @Nullable String limit,
      @Schema(description = "年度已结束：核对是否漏报或误报") boolean closed,
      @Schema(description = "应变为的选项、是否") @Nullable String to,
      @Schema(description = "满年限之日") @Nullable LocalDate until,
      @Schema(description = "须取得的称号") @Nullable String title,
      @Schema(description = "须不再持有的称号") @Nullable String without) {

    static ChangeAnswer of(Change change, LocalDate on) {
      return switch (change) {
        case Change.Adjust(var cell, var by) ->
            about(cell, on, plain(by), difference(cell.indicator()), null, null);
        case Change.Exceed(var cell, var by, var limit) ->
            new ChangeAnswer(
                cell.indicator().code(),
                yearOf(cell, on),
                plain(by.negate()),
                difference(cell.indicator()),
                plain(limit),
                cell.yearly(),
                null,
                null,
                null,
                null);
        case Change.Become(var cell, var value) ->
            about(cell, on, null, null, answer(cell.indicator(), value), null);
        case Change.Wait(var cell, var until, _, _) -> about(cell, on, null, null, null, until);
        case Change.Obtain(var title) ->
            new ChangeAnswer(null, null, null, null, null, false, null, null, title.code(), null);
        case Change.Relinquish(var title) ->
            new ChangeAnswer(null, null, null, null, null, false, null, null, null, title.code());
      };
    }

    private static ChangeAnswer about(
        Cell cell,
        LocalDate on,
        @Nullable String by,
        @Nullable String unit,
        @Nullable String to,
        @Nullable LocalDate until) {
      return new ChangeAnswer(
          cell.indicator().code(),
          yearOf(cell, on),
          by,
          unit,
          null,
          cell.yearly(),
          to,
          until,
          null,
          null);
    }

    private static String difference(Indicator indicator) {
      return indicator.kind() == Indicator.Kind.PERCENT ? "个百分点" : indicator.unit();
    }

    private static String answer(Indicator indicator, BigDecimal value) {
      return indicator.kind() == Indicator.Kind.CHOICE
          ? indicator.options().get(value.intValueExact()).code()
          : Boolean.toString(value.signum() > 0);
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Missing")
  record MissingAnswer(
      @Schema(example = "rd_expense") @Nullable String indicator,
      @Schema(example = "2021") @Nullable Integer year,
      @Schema(description = "不知是否持有的称号") @Nullable String title) {

    static List<MissingAnswer> of(Way way, LocalDate on) {
      return Stream.concat(
              way.missing().stream()
                  .map(cell -> new MissingAnswer(cell.indicator().code(), yearOf(cell, on), null)),
              way.missingTitles().stream()
                  .map(title -> new MissingAnswer(null, null, title.code())))
          .toList();
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Cliff")
  record CliffAnswer(
      String criterion,
      String indicator,
      @Nullable Integer year,
      @Schema(description = "跃变处的值，适用上档", example = "10000") String at,
      @Schema(description = "下档要求") String below,
      @Schema(description = "上档要求") String from) {

    static CliffAnswer of(Cliff cliff, LocalDate on) {
      return new CliffAnswer(
          cliff.clause().id(),
          cliff.cell().indicator().code(),
          yearOf(cliff.cell(), on),
          plain(cliff.at()),
          cliff.below(),
          cliff.from());
    }
  }

  private static @Nullable Integer yearOf(Cell cell, LocalDate on) {
    return cell.yearly() ? cell.year(on) : null;
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
