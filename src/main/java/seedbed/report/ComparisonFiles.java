package seedbed.report;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.assessment.Impact;
import seedbed.assessment.ImpactReason;
import seedbed.assessment.PoolImpact;
import seedbed.company.Known;
import seedbed.criteria.ChangeTable;
import seedbed.criteria.Described;
import seedbed.criteria.Editions;
import seedbed.criteria.rule.Checklist;
import seedbed.spreadsheet.Table;
import seedbed.spreadsheet.Table.Column;
import seedbed.spreadsheet.WorkbookFile;
import seedbed.spreadsheet.Workbooks;
import seedbed.web.Address;
import seedbed.web.ChosenDay;
import seedbed.web.Download;
import seedbed.web.Refusal;

/// A comparison and its lists of companies as workbooks.
@Hidden
@Controller("/editions/comparison")
@Produces(WorkbookFile.TYPE)
@ExecuteOn(TaskExecutors.BLOCKING)
class ComparisonFiles {

  /// Who asks for a file of a large pool waits for it.
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Editions editions;
  private final PoolImpact pool;
  private final Impacts impacts;

  ComparisonFiles(Editions editions, PoolImpact pool, Impacts impacts) {
    this.editions = editions;
    this.pool = pool;
    this.impacts = impacts;
  }

  @Get("/changes")
  HttpResponse<byte[]> changes(HttpRequest<?> request, ChosenDay chosen) {
    var query = ComparisonQuery.of(request, editions, chosen.day());
    var changes = ChangeTable.of(from(query), to(query), query.change());
    return file(
        "标准逐条比对-%s-%s".formatted(query.from().id(), query.to().id()),
        new Table(
            "标准版本逐条比对",
            List.of(
                "旧版本：" + query.from().name(),
                "新版本：" + query.to().name(),
                query.change() == null ? "全部条件" : "只列变化为“" + query.change().label() + "”的条件"),
            List.of(
                Column.text("序号", 8),
                Column.text("变化", 12),
                Column.prose("旧版本条件", 46),
                Column.prose("旧版本要求", 20),
                Column.prose("新版本条件", 46),
                Column.prose("新版本要求", 20)),
            changes.rows().stream().map(ComparisonFiles::cells).toList()));
  }

  /// The list asked for; without one all of them, one below the other.
  @Get("/companies")
  HttpResponse<byte[]> companies(HttpRequest<?> request, ChosenDay chosen, Scope scope) {
    var query = ComparisonQuery.of(request, editions, chosen.day());
    var from = from(query);
    var to = to(query);
    if (!(pool.on(from, to, chosen.day(), scope, PATIENCE)
        instanceof PoolImpact.Ready(var impact))) {
      throw new Refusal.Stale("影响测算还没有完成，请回到比对页面，完成后再导出。");
    }
    var known = new Known(scope, chosen.day());
    var rows =
        listed(request, query).flatMap(kind -> cells(impact, kind, from, to, known)).toList();
    return file(
        "标准变化影响-" + chosen.day(),
        new Table(
            "标准变化对企业的影响",
            List.of(
                "旧版本：" + query.from().name() + "；新版本：" + query.to().name(),
                "判定日期：" + chosen.day() + "；共 " + rows.size() + " 家"),
            List.of(
                Column.text("名单", 14),
                Column.prose("企业名称", 36),
                Column.prose("所在", 16),
                Column.text("示例", 8),
                Column.text("旧版本", 10),
                Column.text("新版本", 10),
                Column.prose("主要原因", 60)),
            rows));
  }

  private static Stream<Impact.Kind> listed(HttpRequest<?> request, ComparisonQuery query) {
    return Address.of(request).value("list") == null
        ? Arrays.stream(Impact.Kind.values())
        : Stream.of(query.list());
  }

  private Stream<List<@Nullable Object>> cells(
      Impact impact, Impact.Kind kind, Checklist from, Checklist to, Known known) {
    return impacts
        .all(impact, kind, from, to, known)
        .map(row ->
            Arrays.<@Nullable Object>asList(
                kind.label(),
                row.name(),
                row.region(),
                row.demo() ? "示例" : "",
                ImpactReason.word(row.from().truth()),
                ImpactReason.word(row.to().truth()),
                row.reason()));
  }

  private static List<@Nullable Object> cells(ChangeTable.Row row) {
    var indent = "　".repeat(row.depth());
    return Arrays.asList(
        row.part() ? null : Integer.toString(row.number()),
        row.change().label(),
        text(row.old(), indent),
        required(row.old()),
        text(row.next(), indent),
        required(row.next()));
  }

  private static String text(@Nullable Described clause, String indent) {
    if (clause == null) {
      return "无此条件";
    }
    return indent
        + clause.text()
        + (clause.toBeVerified() ? "（待核）" : "")
        + (clause.waivedBy() == null ? "" : "（本轮不考查：" + clause.waivedBy() + "）");
  }

  private static @Nullable String required(@Nullable Described clause) {
    return clause == null
        ? null
        : Stream.of(clause.required(), clause.subject())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
  }

  private static Checklist from(ComparisonQuery query) {
    return there(query.checklist(query.from()));
  }

  private static Checklist to(ComparisonQuery query) {
    return there(query.checklist(query.to()));
  }

  private static Checklist there(@Nullable Checklist checklist) {
    if (checklist == null) {
      throw new Refusal.Absent("这两个版本没有可以比对的条件。");
    }
    return checklist;
  }

  private static HttpResponse<byte[]> file(String name, Table table) {
    var bytes = new ByteArrayOutputStream();
    try {
      Workbooks.write(table, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HttpResponse.ok(bytes.toByteArray())
        .header(HttpHeaders.CONTENT_DISPOSITION, Download.named(name + ".xlsx"));
  }
}
