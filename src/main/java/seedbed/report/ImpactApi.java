package seedbed.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.assessment.Impact;
import seedbed.assessment.PoolImpact;
import seedbed.company.Known;
import seedbed.criteria.Edition;
import seedbed.criteria.Editions;
import seedbed.criteria.rule.Checklist;
import seedbed.web.ChosenDay;
import seedbed.web.FieldError;
import seedbed.web.PageRequest;
import seedbed.web.Problem;
import seedbed.web.QueryParameters;
import seedbed.web.Refusal;

/// The impact of an edition on the pool, for other programs.
@Controller("/api/v1/impact")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "标准版本")
class ImpactApi {
  private static final String SECONDS_TO_WAIT = "2";

  private final Editions editions;
  private final PoolImpact pool;
  private final Impacts impacts;

  ImpactApi(Editions editions, PoolImpact pool, Impacts impacts) {
    this.editions = editions;
    this.pool = pool;
    this.impacts = impacts;
  }

  @Get
  @Operation(
      operationId = "getImpact",
      summary = "一个版本代替另一个版本对库内企业的影响",
      description = "用两个版本逐家判定，给出五份名单的家数和其中一份名单。企业较多时先答 202 和进度，稍后再取。",
      parameters = {
        @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            required = true,
            description = "原版本",
            example = "cn-xjr-2022",
            schema = @Schema(type = "string")),
        @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            required = true,
            description = "新版本",
            example = "cn-xjr-2026",
            schema = @Schema(type = "string")),
        @Parameter(
            name = "title",
            in = ParameterIn.QUERY,
            description = "称号代码，默认新版本的称号",
            example = "little-giant",
            schema = @Schema(type = "string")),
        @Parameter(
            name = "track",
            in = ParameterIn.QUERY,
            description = "类别，默认两个版本的第一个类别",
            example = "general",
            schema = @Schema(type = "string")),
        @Parameter(
            name = "applicant",
            in = ParameterIn.QUERY,
            description = "new 新申报，renewal 复核（只判定当日持有称号的企业）",
            schema =
                @Schema(
                    type = "string",
                    allowableValues = {"new", "renewal"},
                    defaultValue = "new")),
        @Parameter(
            name = "on",
            in = ParameterIn.QUERY,
            description = "判定日期，默认今天；过去的日期只看当日已知的数据",
            example = "2026-05-10",
            schema = @Schema(type = "string", format = "date")),
        @Parameter(
            name = "list",
            in = ParameterIn.QUERY,
            description = "要哪一份名单：仍达标、新达标、跌出、尚不能判定、均不达标",
            schema =
                @Schema(
                    type = "string",
                    allowableValues = {
                      "still-meets",
                      "newly-meets",
                      "falls-out",
                      "undecided",
                      "neither"
                    },
                    defaultValue = "falls-out")),
        @Parameter(
            name = "page",
            in = ParameterIn.QUERY,
            description = "页码，从 1 起",
            example = "1",
            schema = @Schema(type = "integer")),
        @Parameter(
            name = "size",
            in = ParameterIn.QUERY,
            description = "每页条数，最多 200",
            example = "50",
            schema = @Schema(type = "integer"))
      })
  @ApiResponse(
      responseCode = "200",
      description = "各名单家数和一份名单的一页，差得最少的在前",
      content =
          @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
  @ApiResponse(
      responseCode = "202",
      description = "正在逐家判定，过 Retry-After 所示秒数再取",
      headers = @Header(name = HttpHeaders.RETRY_AFTER, schema = @Schema(type = "integer")),
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Working.class)))
  @ApiResponse(
      responseCode = "409",
      description = "测算已被停止或中断",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "422",
      description = "参数有误，逐项指出",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  HttpResponse<?> show(
      @Parameter(hidden = true) HttpRequest<?> request,
      @Parameter(hidden = true) ChosenDay chosen,
      @Parameter(hidden = true) PageRequest page,
      @Parameter(hidden = true) Scope scope) {
    QueryParameters.only(
        request, "from", "to", "title", "track", "applicant", "on", "list", "page", "size");
    var query = query(request, chosen);
    var from = checklist(query, query.from());
    var to = checklist(query, query.to());
    return switch (pool.on(from, to, chosen.day(), scope)) {
      case PoolImpact.Ready(var impact) ->
          HttpResponse.ok(
              Answer.of(
                  query,
                  chosen,
                  impact,
                  page,
                  impacts.rows(
                      impact, query.list(), from, to, page, new Known(scope, chosen.day()))));
      case PoolImpact.Working working ->
          HttpResponse.accepted()
              .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
              .body(Working.of(working));
      case PoolImpact.Stopped _ -> throw new Refusal.Stale("这项测算已被停止或中断，请在版本比对页点“重新开始”后再取。");
    };
  }

  /// A page falls back on the usual pair; a program that misspells an edition has to hear of it.
  private ComparisonQuery query(HttpRequest<?> request, ChosenDay chosen) {
    var wrong =
        Stream.of("from", "to")
            .flatMap(field -> missing(field, request.getParameters().get(field)))
            .toList();
    if (!wrong.isEmpty()) {
      throw new Refusal.Invalid(wrong.getFirst().message(), wrong);
    }
    var query = ComparisonQuery.of(request, editions, chosen.day());
    if (query.same()) {
      throw new Refusal.Invalid("to", "from 和 to 是同一个版本，没有影响可以测算。");
    }
    return query;
  }

  private Stream<FieldError> missing(String field, @Nullable String id) {
    if (id == null || id.isBlank()) {
      return Stream.of(new FieldError(field, "请用 " + field + " 指定一个标准版本。"));
    }
    return editions.find(id).isPresent()
        ? Stream.empty()
        : Stream.of(new FieldError(field, "没有编号为“" + id + "”的标准版本。"));
  }

  private static Checklist checklist(ComparisonQuery query, Edition edition) {
    var found = query.checklist(edition);
    if (found == null) {
      var sentence = "版本 " + edition.id() + " 没有这一类别和申报类型的条件，无法比对。";
      throw new Refusal.Invalid(
          sentence,
          List.of(new FieldError("track", sentence), new FieldError("applicant", sentence)));
    }
    return found;
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ImpactWorking")
  record Working(
      @Schema(example = "working") String state,
      @Schema(description = "已完成的百分比", example = "40") int percent) {

    // How many there are in all is more than the reader may know of.
    static Working of(PoolImpact.Working working) {
      return new Working("working", working.done() * 100 / Math.max(1, working.total()));
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Impact")
  record Answer(
      @Schema(example = "ready") String state,
      @Schema(example = "cn-xjr-2022") String from,
      @Schema(example = "cn-xjr-2026") String to,
      @Schema(example = "little-giant") String title,
      @Schema(example = "general") String track,
      @Schema(example = "new") String applicant,
      LocalDate on,
      @Schema(description = "判定的企业家数") int companies,
      Counts counts,
      @Schema(description = "items 属于哪一份名单", example = "falls-out") String list,
      List<Line> items,
      @Schema(description = "这份名单的总数") int total,
      int page,
      int size) {

    static Answer of(
        ComparisonQuery query,
        ChosenDay chosen,
        Impact impact,
        PageRequest page,
        List<ImpactPart.Row> rows) {
      return new Answer(
          "ready",
          query.from().id(),
          query.to().id(),
          query.title(),
          query.track(),
          query.applicant().code(),
          chosen.day(),
          impact.companies(),
          Counts.of(impact),
          query.list().code(),
          rows.stream().map(Line::of).toList(),
          impact.count(query.list()),
          page.page(),
          page.size());
    }
  }

  /// How many companies are on each list, under the codes by which `list` asks for it.
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ImpactCounts")
  record Counts(
      @JsonProperty("still-meets") @Schema(description = "仍达标") int stillMeets,
      @JsonProperty("newly-meets") @Schema(description = "新达标") int newlyMeets,
      @JsonProperty("falls-out") @Schema(description = "跌出") int fallsOut,
      @Schema(description = "尚不能判定") int undecided,
      @Schema(description = "均不达标") int neither) {

    static Counts of(Impact impact) {
      return new Counts(
          impact.count(Impact.Kind.STILL_MEETS),
          impact.count(Impact.Kind.NEWLY_MEETS),
          impact.count(Impact.Kind.FALLS_OUT),
          impact.count(Impact.Kind.OPEN),
          impact.count(Impact.Kind.NEITHER));
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ImpactCompany")
  record Line(
      long id,
      String name,
      @Schema(description = "示例数据") boolean demo,
      @Schema(example = "320682") String region,
      String regionName,
      @Schema(description = "按原版本：met、not-met、unknown", example = "met") String before,
      @Schema(description = "按新版本：met、not-met、unknown", example = "not-met") String after,
      @Schema(description = "在这份名单上的原因") String reason) {

    static Line of(ImpactPart.Row row) {
      return new Line(
          row.id(),
          row.name(),
          row.demo(),
          row.regionCode(),
          row.region(),
          row.from().truth().code(),
          row.to().truth().code(),
          row.reason());
    }
  }
}
