package seedbed.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Clause;
import seedbed.web.ChosenDay;
import seedbed.web.Problem;
import seedbed.web.QueryParameters;
import seedbed.web.Refusal;

/// Editions and yearly notices for other programs.
@Controller("/api/v1/editions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "标准版本")
class EditionApi {
  private final Editions editions;
  private final Titles titles;

  EditionApi(Editions editions, Titles titles) {
    this.editions = editions;
    this.titles = titles;
  }

  @Get
  @Operation(
      operationId = "listEditions",
      summary = "全部标准版本和年度通知",
      description = "按起始日期排列；可按称号和当日状态筛选。",
      parameters = {
        @Parameter(
            name = "on",
            in = ParameterIn.QUERY,
            description = "状态所依据的日期，默认今天",
            example = "2026-05-10",
            schema = @Schema(type = "string", format = "date")),
        @Parameter(
            name = "title",
            in = ParameterIn.QUERY,
            description = "称号代码",
            example = "little-giant",
            schema = @Schema(type = "string")),
        @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "in-force 现行，repealed 已废止，not-yet-in-force 未生效",
            schema = @Schema(type = "string"))
      })
  List<Line> index(
      @Parameter(hidden = true) HttpRequest<?> request,
      @Parameter(hidden = true) ChosenDay chosen,
      @Nullable String title,
      @Nullable String status) {
    QueryParameters.only(request, "on", "title", "status");
    var about =
        QueryParameters.oneOf(
            "title", title, titles.ladder().stream().map(Titles.Rung::code).toList());
    var standing =
        QueryParameters.oneOf(
            "status",
            status,
            Stream.of(Edition.Status.values()).map(Edition.Status::code).toList());
    return Stream.concat(
            editions.all().stream().map(edition -> Line.of(edition, chosen.day())),
            editions.notices().stream().map(notice -> Line.of(notice, chosen.day())))
        .filter(line -> about == null || line.titles().contains(about))
        .filter(line -> standing == null || line.status().equals(standing))
        .toList();
  }

  @Get("/{id}")
  @Operation(
      operationId = "getEdition",
      summary = "一个标准版本或年度通知及其条件",
      parameters = {
        @Parameter(
            name = "on",
            in = ParameterIn.QUERY,
            description = "状态所依据的日期，默认今天",
            example = "2026-05-10",
            schema = @Schema(type = "string", format = "date"))
      })
  @ApiResponse(responseCode = "200", description = "版本及各清单的条件")
  @ApiResponse(
      responseCode = "404",
      description = "没有这个版本",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  Whole show(
      @Parameter(hidden = true) HttpRequest<?> request,
      String id,
      @Parameter(hidden = true) ChosenDay chosen) {
    QueryParameters.only(request, "on");
    return editions
        .find(id)
        .map(edition -> Whole.of(edition, chosen.day()))
        .or(() -> editions.notice(id).map(notice -> Whole.of(notice, chosen.day())))
        .orElseThrow(() -> new Refusal.Absent("没有“" + id + "”这个标准版本。"));
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Edition")
  record Line(
      @Schema(example = "cn-xjr-2022") String id,
      String name,
      @Schema(description = "edition 标准版本，overlay 年度通知") String kind,
      @Schema(description = "主要称号", example = "little-giant") String title,
      List<String> titles,
      List<String> track,
      List<String> applicant,
      @Schema(description = "municipal、provincial、national；年度通知为空") @Nullable String level,
      @Schema(example = "工信部企业〔2022〕63号 附件3") String document,
      LocalDate from,
      @Schema(description = "最后适用日；未定为空") @Nullable LocalDate to,
      @Schema(example = "repealed") String status,
      @Schema(description = "沿用待核：已超出文件可证明的适用期") boolean carriedOn) {

    static Line of(Edition edition, LocalDate on) {
      return new Line(
          edition.id(),
          edition.name(),
          "edition",
          edition.title(),
          edition.titles(),
          edition.tracks(),
          codes(edition.applicants()),
          edition.level().code(),
          edition.document().shown(),
          edition.from(),
          edition.to(),
          edition.status(on).code(),
          edition.carriedOn(on));
    }

    static Line of(Overlay notice, LocalDate on) {
      return new Line(
          notice.id(),
          notice.name(),
          "overlay",
          notice.title(),
          List.of(notice.title()),
          List.of(),
          codes(notice.rules().stream().map(Overlay.Rule::applicant).distinct().toList()),
          null,
          notice.document().shown(),
          notice.from(),
          notice.to(),
          status(notice, on).code(),
          false);
    }

    private static Edition.Status status(Overlay notice, LocalDate on) {
      if (on.isBefore(notice.from())) {
        return Edition.Status.NOT_YET_IN_FORCE;
      }
      return notice.covers(on) ? Edition.Status.IN_FORCE : Edition.Status.REPEALED;
    }

    private static List<String> codes(List<Applicant> applicants) {
      return Arrays.stream(Applicant.values())
          .filter(applicants::contains)
          .map(Applicant::code)
          .toList();
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "EditionWithCriteria")
  record Whole(
      @JsonUnwrapped Line edition,
      List<String> notes,
      @Schema(description = "主要称号首个类别的条件；其他类别见 checklists") List<CriterionLine> criteria,
      List<ChecklistLine> checklists,
      @Schema(description = "年度通知对各类申报的规定") List<RuleLine> rules) {

    static Whole of(Edition edition, LocalDate on) {
      var checklists = edition.checklists().stream().map(ChecklistLine::of).toList();
      return new Whole(
          Line.of(edition, on),
          edition.notes(),
          checklists.getFirst().criteria(),
          checklists,
          List.of());
    }

    static Whole of(Overlay notice, LocalDate on) {
      return new Whole(
          Line.of(notice, on),
          notice.notes(),
          List.of(),
          List.of(),
          notice.rules().stream().map(RuleLine::of).toList());
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Checklist")
  record ChecklistLine(String title, String track, String applicant, List<CriterionLine> criteria) {

    static ChecklistLine of(Checklist checklist) {
      return new ChecklistLine(
          checklist.title(),
          checklist.track(),
          checklist.applicant().code(),
          Describing.describe(checklist).stream().map(CriterionLine::of).toList());
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "OverlayRule")
  record RuleLine(
      String applicant,
      @Schema(description = "本轮所用版本；为空即当日现行版本") @Nullable String edition,
      @Schema(description = "不考查的条件") List<String> waived,
      @Schema(description = "增加的条件") List<CriterionLine> added) {

    static RuleLine of(Overlay.Rule rule) {
      return new RuleLine(
          rule.applicant().code(),
          rule.edition(),
          rule.waived().stream().map(Clause::id).toList(),
          rule.added().stream().map(Describing::describe).map(CriterionLine::of).toList());
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Criterion")
  record CriterionLine(
      String id,
      @Schema(example = "工信部企业〔2022〕63号 附件3 专业化") String clause,
      String text,
      @Schema(description = "条件的种类", example = "数值") String kind,
      @Schema(description = "所看的数据", example = "上年度主营业务收入÷营业收入总额") @Nullable String subject,
      @Schema(example = "≥ 70 %") @Nullable String required,
      @Schema(description = "依据的可靠程度") @Nullable String proof,
      @Schema(description = "待核") boolean toBeVerified,
      @Nullable String unverified,
      List<CriterionLine> parts) {

    static CriterionLine of(Described row) {
      return new CriterionLine(
          row.id(),
          row.citation(),
          row.text(),
          row.kind(),
          row.subject(),
          row.required(),
          row.proofLabel(),
          row.toBeVerified(),
          row.unverified(),
          row.parts().stream().map(CriterionLine::of).toList());
    }
  }
}
