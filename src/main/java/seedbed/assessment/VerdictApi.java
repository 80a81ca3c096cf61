package seedbed.assessment;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import seedbed.access.Scope;
import seedbed.company.Absence;
import seedbed.criteria.rule.Verdict;
import seedbed.web.ChosenDay;
import seedbed.web.Problem;
import seedbed.web.QueryParameters;

/// Verdicts for other programs.
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "判定")
class VerdictApi {
  static final String POOL_EXAMPLE =
      """
      {"title": "jiangsu-pool", "track": "manufacturing", "applicant": "new",
       "on": "2021-05-01",
       "figures": [
         {"indicator": "revenue", "year": 2020, "value": 3600},
         {"indicator": "main_revenue", "year": 2020, "value": "2520.5"},
         {"indicator": "independent_entity", "day": "2021-04-01", "value": true},
         {"indicator": "no_bad_record", "day": "2021-04-01", "value": true}],
       "titles": []}
      """;

  static final String EXAMPLE =
      """
      {"title": "little-giant", "track": "general", "applicant": "new",
       "on": "2023-05-01", "edition": "cn-xjr-2022",
       "figures": [
         {"indicator": "revenue", "year": 2022, "value": 12000},
         {"indicator": "class1_ip", "day": "2023-04-01", "value": 3},
         {"indicator": "management_certificate", "day": "2023-04-01", "value": true},
         {"indicator": "rd_institution", "day": "2023-04-01", "value": "provincial"}],
       "titles": [
         {"title": "specialised-sme", "from": "2022-12-01", "to": "2025-11-30"}]}
      """;

  private final QuestionReader questions;
  private final Assessing assessing;

  VerdictApi(QuestionReader questions, Assessing assessing) {
    this.questions = questions;
    this.assessing = assessing;
  }

  @Post("/verdicts")
  @Status(HttpStatus.OK)
  @Operation(
      operationId = "judge",
      summary = "用请求中的数据判定",
      description = "不保存任何内容。未指定 edition 时，按 title、track、applicant 和日期选用现行版本及当年通知。")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VerdictQuestion.class),
              examples = {
                @ExampleObject(name = "小巨人新申报", value = EXAMPLE),
                @ExampleObject(name = "省培育库制造类入库", value = POOL_EXAMPLE)
              }))
  @ApiResponse(responseCode = "200", description = "判定结果")
  @ApiResponse(
      responseCode = "422",
      description = "请求有误，逐项指出",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  VerdictAnswer judge(@Body String question) {
    var read = questions.read(question);
    return VerdictAnswer.of(Verdict.of(read.checklist(), read.facts()));
  }

  @Get("/companies/{id}/verdicts")
  @Operation(
      operationId = "judgeCompany",
      summary = "一家企业对各称号的判定",
      description = "按指定日期的现行标准；过去的日期只看当日已知的数据。",
      parameters = {
        @Parameter(
            name = "on",
            in = ParameterIn.QUERY,
            description = "判定日期，默认今天",
            example = "2026-05-10",
            schema = @Schema(type = "string", format = "date"))
      })
  @ApiResponse(responseCode = "200", description = "各称号的判定，由低到高")
  @ApiResponse(
      responseCode = "404",
      description = "没有这家企业",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  List<VerdictAnswer> ofCompany(
      @Parameter(hidden = true) HttpRequest<?> request,
      long id,
      @Parameter(hidden = true) ChosenDay on,
      @Parameter(hidden = true) Scope scope) {
    QueryParameters.only(request, "on");
    return assessing
        .assess(id, scope, on.day())
        .orElseThrow(() -> Absence.of(id, on))
        .ladder()
        .stream()
        .flatMap(rung -> rung.verdict().stream())
        .map(VerdictAnswer::of)
        .toList();
  }
}
