package seedbed.portfolio;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.access.Scope;
import seedbed.audit.Deed;
import seedbed.portfolio.VisibleAssignments.Query;
import seedbed.portfolio.VisibleAssignments.Row;
import seedbed.spreadsheet.Table;
import seedbed.spreadsheet.WorkbookFile;
import seedbed.web.Address;
import seedbed.web.Field;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.PageRequest;
import seedbed.web.Refusal;

/// Who looks after whom: the list, its file, and the end of one link.
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class AssignmentPages {

  private static final String SHOW = "assignments/show";
  private static final List<Table.Column> LINKS =
      List.of(
          Table.Column.text("企业名称", 34),
          Table.Column.text("示例", 6),
          Table.Column.text("所在", 14),
          Table.Column.text("挂钩类别", 22),
          Table.Column.text("挂钩领导", 14),
          Table.Column.day("起始日"),
          Table.Column.day("最后一天"),
          Table.Column.text("依据文件", 30),
          Table.Column.text("结束原因", 30));
  private static final List<Table.Column> VACANCIES =
      List.of(
          Table.Column.text("企业名称", 34), Table.Column.text("示例", 6), Table.Column.text("所在", 14));

  private final AssignmentLists lists;
  private final VisibleAssignments visible;
  private final Leaders leaders;
  private final Linking linking;
  private final Clock clock;

  AssignmentPages(
      AssignmentLists lists,
      VisibleAssignments visible,
      Leaders leaders,
      Linking linking,
      Clock clock) {
    this.lists = lists;
    this.visible = visible;
    this.leaders = leaders;
    this.linking = linking;
    this.clock = clock;
  }

  /// One link.
  ///
  /// @param version as the reader saw it
  @Introspected
  record Page(AssignmentList.Line line, long version, EndingForm form, FormErrors errors) {}

  /// @param lastDay the last day on which it holds
  @Serdeable
  record EndingForm(@Nullable String version, @Nullable String lastDay, @Nullable String reason) {}

  @Get("/assignments")
  @View("assignments/index")
  AssignmentList index(
      PageRequest page,
      Permission permission,
      @Nullable @QueryValue String show,
      @Nullable @QueryValue String leader,
      @Nullable @QueryValue String kind,
      @Nullable @QueryValue String town,
      @Nullable @QueryValue String q) {
    return lists.list(lists.query(show, leader, kind, town, q), page, permission);
  }

  @Get("/assignments.xlsx")
  @Produces(WorkbookFile.TYPE)
  HttpResponse<byte[]> workbook(
      Scope scope,
      @Nullable @QueryValue String show,
      @Nullable @QueryValue String leader,
      @Nullable @QueryValue String kind,
      @Nullable @QueryValue String town,
      @Nullable @QueryValue String q)
      throws IOException {
    Query query = lists.query(show, leader, kind, town, q);
    return WorkbookFile.of(
        query.show().missing() == null
            ? Table.sliced(
                    "挂钩安排",
                    LINKS,
                    (size, offset) -> lists.lines(query, scope, size, offset),
                    AssignmentPages::link)
                .noting(query.show().label())
            : Table.sliced(
                    "挂钩安排",
                    VACANCIES,
                    (size, offset) -> lists.vacancies(query, scope, size, offset),
                    AssignmentPages::vacancy)
                .noting("在库企业，" + query.show().label()),
        "挂钩安排");
  }

  private static List<@Nullable Object> link(AssignmentList.Line line) {
    return Arrays.asList(
        line.company(),
        line.demo() ? "示例" : null,
        line.region(),
        line.kind(),
        line.leader(),
        line.from(),
        line.lastDay(),
        line.document(),
        line.endedFor());
  }

  private static List<@Nullable Object> vacancy(AssignmentList.Vacancy line) {
    return Arrays.asList(line.company(), line.demo() ? "示例" : null, line.region());
  }

  @Get("/assignments/{id}")
  @View(SHOW)
  Page show(long id, Scope scope) {
    return page(found(id, scope), new EndingForm(null, null, null), FormErrors.NONE);
  }

  @Post("/assignments/{id}/ending")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> end(long id, @Body EndingForm form, Scope scope, Deed deed) {
    Row row = found(id, scope);
    try {
      return ended(row, form, deed);
    } catch (Refusal.Invalid refused) {
      return HttpResponse.unprocessableEntity()
          .body(new ModelAndView<>(SHOW, page(row, form, FormErrors.of(refused.errors()))));
    }
  }

  private HttpResponse<?> ended(Row row, EndingForm form, Deed deed) {
    LocalDate lastDay = Field.of("lastDay", form.lastDay()).day(LocalDate.now(clock));
    String reason = Field.of("reason", form.reason()).text(Linking.LONGEST_WORDS, "请写明结束的依据或原因。");
    String version = AssignmentLists.text(form.version());
    if (version == null) {
      throw new Refusal.Invalid("reason", "页面不完整，请刷新后再办理。");
    }
    LocalDate to = row.to();
    if (to != null && !to.isAfter(LocalDate.now(clock))) {
      throw new Refusal.Stale("这条挂钩已于 " + to.minusDays(1) + " 结束，没有重复办理。");
    }
    Linking.Ended outcome =
        linking.end(
            row.id(),
            row.companyId(),
            AssignmentLists.number("version", version),
            lastDay.plusDays(1),
            reason);
    return switch (outcome) {
      case Linking.Ended.Done _ -> {
        deed.changed("最后一天", to == null ? null : to.minusDays(1), lastDay);
        yield Flash.seeOther(
            Address.of("/assignments"),
            lastDay.isBefore(row.from())
                ? row.company() + "的挂钩没有开始，已撤销。"
                : row.company() + "的挂钩到 " + lastDay + " 为止。");
      }
      case Linking.Ended.Overtaken(var now) -> {
        LocalDate by = now == null ? null : now.heldTo();
        throw new Refusal.Stale(
            by == null
                ? "这条挂钩刚被别人改过或移交，没有办理；请打开挂钩安排看现在的情况。"
                : "别人刚把这条挂钩定到 "
                    + by.minusDays(1)
                    + " 为止，没有办理您的“"
                    + lastDay
                    + "，"
                    + reason
                    + "”；要改的请重新打开办理。");
      }
      case Linking.Ended.Begun _ ->
          throw new Refusal.Invalid(
              "lastDay", "这条挂钩从 %s 起已经开始，最后一天不能早于这一天，请核对年月日。".formatted(row.from()));
      case Linking.Ended.Refused(var clash) ->
          throw new Refusal.Invalid(
              "lastDay",
              "%s从 %s 起由%s挂钩，同一类别不能重叠；最后一天最晚填 %s。"
                  .formatted(
                      clash.kind().label(),
                      clash.heldFrom(),
                      name(clash.accountId()),
                      clash.heldFrom().minusDays(1)));
    };
  }

  private Page page(Row row, EndingForm form, FormErrors errors) {
    LocalDate to = row.to();
    return new Page(
        new AssignmentList.Line(
            row.id(),
            row.companyId(),
            row.company(),
            row.demo(),
            row.region(),
            name(row.accountId()),
            row.kind().label(),
            row.from(),
            to == null ? null : to.minusDays(1),
            row.document(),
            row.endedFor(),
            to == null || to.isAfter(LocalDate.now(clock))),
        row.version(),
        form,
        errors);
  }

  private String name(long account) {
    return leaders.names(List.of(account)).getOrDefault(account, "");
  }

  private Row found(long id, Scope scope) {
    return visible.find(id, scope).orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的挂钩。"));
  }
}
