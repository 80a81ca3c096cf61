package seedbed.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Absence;
import seedbed.criteria.Indicators;
import seedbed.criteria.rule.Indicator;
import seedbed.web.ChosenDay;
import seedbed.web.Problem;
import seedbed.web.QueryParameters;
import seedbed.web.Refusal;

/// Figures with their sources for other programs.
@Controller("/api/v1/companies/{id}/figures")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "数据")
class FigureApi {
  private final VisibleFigures figures;
  private final Indicators indicators;
  private final Clock clock;

  FigureApi(VisibleFigures figures, Indicators indicators, Clock clock) {
    this.figures = figures;
    this.indicators = indicators;
    this.clock = clock;
  }

  @Get
  @Operation(
      operationId = "listFigures",
      summary = "一家企业的数据",
      description = "每项按指标和期别列出各来源的值；来源不一致且未裁定的并列给出。过去的日期只看当日已知的数据。",
      parameters = {
        @Parameter(
            name = "on",
            in = ParameterIn.QUERY,
            description = "日期，默认今天",
            example = "2026-05-10",
            schema = @Schema(type = "string", format = "date")),
        @Parameter(
            name = "indicator",
            in = ParameterIn.QUERY,
            description = "只看一个指标",
            example = "revenue",
            schema = @Schema(type = "string"))
      })
  @ApiResponse(responseCode = "200", description = "按指标和期别排列")
  @ApiResponse(
      responseCode = "404",
      description = "没有这家企业",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  List<Line> index(
      @Parameter(hidden = true) HttpRequest<?> request,
      long id,
      @Parameter(hidden = true) ChosenDay chosen,
      @Parameter(hidden = true) Scope scope,
      @Nullable String indicator) {
    QueryParameters.only(request, "on", "indicator");
    var wanted = known(indicator);
    return figures
        .find(id, scope, Moment.on(chosen.day(), clock))
        .orElseThrow(() -> Absence.of(id, chosen))
        .entries()
        .stream()
        .filter(entry -> wanted == null || entry.indicator().equals(wanted))
        .map(Line::of)
        .toList();
  }

  private @Nullable String known(@Nullable String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    return indicators
        .find(code)
        .map(Indicator::code)
        .orElseThrow(() -> new Refusal.Invalid("indicator", "没有“" + code + "”这个指标代码。"));
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Figures")
  record Line(
      @Schema(example = "revenue") String indicator,
      @Schema(description = "年度", example = "2025") @Nullable Integer year,
      @Schema(description = "截至日期", example = "2026-04-01") @Nullable LocalDate day,
      @Schema(description = "采用的值；来源不一致且未裁定时为空", example = "9860.5") @Nullable String value,
      @Schema(description = "来源不一致且未裁定") boolean conflict,
      List<Given> given,
      @Schema(description = "已被更正的值，早者在前") List<Given> superseded) {

    static Line of(Entry entry) {
      return new Line(
          entry.indicator(),
          entry.period() instanceof Period.Year(var year) ? year : null,
          entry.period() instanceof Period.Day(var day) ? day : null,
          entry.decided().map(attested -> attested.figure().value().text()).orElse(null),
          entry.conflict(),
          entry.live().stream().map(Given::of).toList(),
          entry.superseded().stream().map(Given::of).toList());
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "FigureGiven")
  record Given(
      String value,
      @Schema(description = "来源文件") String document,
      @Schema(description = "页码或位置") @Nullable String page,
      String reportedBy,
      Instant reportedAt,
      @Schema(description = "已核实") boolean confirmed,
      @Nullable String confirmedBy,
      @Schema(description = "佐证不再有效的首日") @Nullable LocalDate expiresOn) {

    static Given of(Attested attested) {
      var figure = attested.figure();
      var word = attested.lastWord();
      return new Given(
          figure.value().text(),
          figure.source().document(),
          figure.source().page(),
          figure.reportedBy(),
          figure.reportedAt(),
          attested.confirmed(),
          word == null || !attested.confirmed() ? null : word.by(),
          figure.expiresOn());
    }
  }
}
