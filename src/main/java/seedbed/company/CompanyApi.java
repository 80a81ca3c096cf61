package seedbed.company;

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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.CompanySearch.Sort;
import seedbed.criteria.Titles;
import seedbed.web.ChosenDay;
import seedbed.web.PageRequest;
import seedbed.web.Problem;
import seedbed.web.QueryParameters;
import seedbed.web.Refusal;

/// Companies for other programs.
@Controller("/api/v1/companies")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "企业")
class CompanyApi {
  private static final List<Sort> SORTS = List.of(Sort.values());

  private final CompanyList list;
  private final VisibleCompanies companies;
  private final Regions regions;
  private final Titles titles;

  CompanyApi(CompanyList list, VisibleCompanies companies, Regions regions, Titles titles) {
    this.list = list;
    this.companies = companies;
    this.regions = regions;
    this.titles = titles;
  }

  @Get
  @Operation(
      operationId = "listCompanies",
      summary = "企业列表",
      description = "按名称、简称、拼音首字母或信用代码查找，可筛选、排序、分页。",
      parameters = {
        @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "名称、简称、拼音首字母或信用代码的一部分；几个词用空格隔开，须全部符合",
            schema = @Schema(type = "string")),
        @Parameter(
            name = "region",
            in = ParameterIn.QUERY,
            description = "区划代码，含下级",
            example = "320682",
            schema = @Schema(type = "string")),
        @Parameter(
            name = "track",
            in = ParameterIn.QUERY,
            description = "manufacturing 或 innovation",
            schema = @Schema(type = "string")),
        @Parameter(
            name = "title",
            in = ParameterIn.QUERY,
            description = "当日持有的称号",
            example = "specialised-sme",
            schema = @Schema(type = "string")),
        @Parameter(
            name = "demo",
            in = ParameterIn.QUERY,
            description = "true 只看示例，false 只看真实企业",
            schema = @Schema(type = "boolean")),
        @Parameter(
            name = "on",
            in = ParameterIn.QUERY,
            description = "日期，默认今天；过去的日期只列当日已登记的企业",
            example = "2026-05-10",
            schema = @Schema(type = "string", format = "date")),
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
            schema = @Schema(type = "integer")),
        @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "name、credit_code、region、industry、track、founded_on、added，前加 - 为降序",
            schema = @Schema(type = "string"))
      })
  @ApiResponse(responseCode = "200", description = "一页企业")
  @ApiResponse(
      responseCode = "422",
      description = "参数有误，逐项指出",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  Listing index(
      @Parameter(hidden = true) HttpRequest<?> request,
      @Parameter(hidden = true) PageRequest page,
      @Parameter(hidden = true) ChosenDay chosen,
      @Parameter(hidden = true) Scope scope,
      @Nullable String q,
      @Nullable String region,
      @Nullable String track,
      @Nullable String title,
      @Nullable Boolean demo) {
    QueryParameters.only(
        request, "q", "region", "track", "title", "demo", "on", "page", "size", "sort");
    var order = page.sortedBy(sortCodes(), new PageRequest.Sort("name", false));
    var found =
        list.find(
            CompanySearch.all(chosen.day())
                .matching(q)
                .inRegion(region(region))
                .onTrack(track(track))
                .holding(title(title))
                .onlyDemo(demo)
                .sortedBy(sort(order.column()), order.descending())
                .paged(page.page(), page.size()),
            scope);
    return new Listing(
        found.rows().stream().map(Line::of).toList(),
        found.total(),
        found.page(),
        found.pageSize());
  }

  @Get("/{id}")
  @Operation(
      operationId = "getCompany",
      summary = "一家企业及其称号登记",
      description = "过去的日期只看当日已知的称号；当日还没有登记的企业视为没有。",
      parameters = {
        @Parameter(
            name = "on",
            in = ParameterIn.QUERY,
            description = "日期，默认今天",
            example = "2026-05-10",
            schema = @Schema(type = "string", format = "date"))
      })
  @ApiResponse(responseCode = "200", description = "企业")
  @ApiResponse(
      responseCode = "404",
      description = "没有这家企业，或者当日还没有登记",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  Whole show(
      @Parameter(hidden = true) HttpRequest<?> request,
      long id,
      @Parameter(hidden = true) ChosenDay chosen,
      @Parameter(hidden = true) Scope scope) {
    QueryParameters.only(request, "on");
    var known = new Known(scope, chosen.day());
    return companies
        .find(id, known)
        .map(company -> Whole.of(company, companies.titles(id, known), chosen.day()))
        .orElseThrow(() -> Absence.of(id, chosen));
  }

  private @Nullable String region(@Nullable String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    return Optional.of(code)
        .filter(each -> each.matches("[0-9]{1,12}"))
        .flatMap(regions::findByCode)
        .map(Region::code)
        .orElseThrow(
            () -> new Refusal.Invalid("region", "没有“" + code + "”这个区划代码，应为 320682 这样的代码。"));
  }

  private @Nullable String title(@Nullable String code) {
    return QueryParameters.oneOf(
        "title", code, titles.ladder().stream().map(Titles.Rung::code).toList());
  }

  private static @Nullable Track track(@Nullable String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    return Arrays.stream(Track.values())
        .filter(track -> track.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> new Refusal.Invalid("track", "类别应为 manufacturing（制造类）或 innovation（创新类）。"));
  }

  private static Sort sort(String code) {
    return SORTS.stream().filter(sort -> code(sort).equals(code)).findFirst().orElse(Sort.NAME);
  }

  private static Set<String> sortCodes() {
    return SORTS.stream().map(CompanyApi::code).collect(Collectors.toSet());
  }

  private static String code(Sort sort) {
    return sort.name().toLowerCase(Locale.ROOT);
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Companies")
  record Listing(List<Line> items, @Schema(description = "总数") long total, int page, int size) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Company")
  record Line(
      long id,
      String name,
      @Nullable String shortName,
      @Schema(example = "91000000MA00000A9W") @Nullable String creditCode,
      @Schema(example = "320682") String region,
      String regionName,
      @Nullable String industryCode,
      @Nullable String industryName,
      @Schema(example = "manufacturing") String track,
      @Nullable String mainProduct,
      @Nullable LocalDate foundedOn,
      @Schema(description = "示例数据") boolean demo,
      @Schema(description = "当日可证明持有的称号") List<String> titles) {

    static Line of(CompanyPage.Row row) {
      return new Line(
          row.id(),
          row.name(),
          row.shortName(),
          row.creditCode(),
          row.regionCode(),
          row.regionName(),
          row.industryCode(),
          row.industryName(),
          row.track().code(),
          row.mainProduct(),
          row.foundedOn(),
          row.demo(),
          row.titles());
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "CompanyWithTitles")
  record Whole(
      long id,
      String name,
      @Nullable String shortName,
      @Nullable String creditCode,
      String region,
      @Nullable String industryCode,
      @Nullable String industryName,
      String track,
      @Nullable String mainProduct,
      @Nullable LocalDate foundedOn,
      boolean demo,
      @Schema(description = "document 文件所列、import 导入、demo 示例", example = "import") String origin,
      @Schema(description = "登记日：自该日起已知有此企业", example = "2026-05-10") LocalDate recordedOn,
      @Schema(description = "称号登记核对完整的日期；为空时，未登记的称号视为不明") @Nullable LocalDate titlesCheckedOn,
      String source,
      @Nullable String note,
      List<Held> titles) {

    static Whole of(Company company, List<TitleHolding> holdings, LocalDate day) {
      var code = company.creditCode();
      return new Whole(
          company.id(),
          company.name(),
          company.shortName(),
          code == null ? null : code.value(),
          company.regionCode(),
          company.industryCode(),
          company.industryName(),
          company.track().code(),
          company.mainProduct(),
          company.foundedOn(),
          company.demo(),
          company.origin().code(),
          company.recordedOn(),
          company.titlesComplete(day) ? company.titlesCheckedOn() : null,
          company.source(),
          company.note(),
          holdings.stream()
              .map(holding -> holding.knownOn(day))
              .flatMap(Optional::stream)
              .map(Held::of)
              .toList());
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "TitleHeld")
  record Held(
      String title,
      LocalDate from,
      @Schema(description = "最后一个有效日；为空表示在库或文件未载明") @Nullable LocalDate to,
      @Nullable String batch,
      String document,
      @Nullable String endDocument,
      String source) {

    static Held of(TitleHolding holding) {
      var end = holding.heldTo();
      return new Held(
          holding.title(),
          holding.heldFrom(),
          end == null ? null : end.minusDays(1),
          holding.batch(),
          holding.documentNo(),
          holding.endDocument(),
          holding.source());
    }
  }
}
