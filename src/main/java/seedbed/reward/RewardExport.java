package seedbed.reward;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Known;
import seedbed.reward.VisibleRewards.Query;
import seedbed.reward.VisibleRewards.Row;
import seedbed.spreadsheet.Table;
import seedbed.spreadsheet.WorkbookFile;
import seedbed.web.ChosenDay;
import seedbed.web.PersonNames;

/// The register as a file: the rows of the page it is asked from, all of them.
@Hidden
@Controller
@Produces(WorkbookFile.TYPE)
@ExecuteOn(TaskExecutors.BLOCKING)
class RewardExport {

  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.text("企业名称", 34),
          Table.Column.text("统一社会信用代码", 21),
          Table.Column.text("示例", 6),
          Table.Column.text("所在", 14),
          Table.Column.text("年度", 8),
          Table.Column.text("奖励项目", 24),
          Table.Column.text("级别", 8),
          Table.Column.prose("依据文件", 34),
          Table.Column.text("文号", 20),
          Table.Column.number("应奖金额（万元）"),
          Table.Column.number("实际奖励（万元）"),
          Table.Column.prose("不同的原因", 24),
          Table.Column.day("决定日期"),
          Table.Column.number("到位金额（万元）"),
          Table.Column.day("最近到位"),
          Table.Column.text("状态", 10),
          Table.Column.text("决定的档案编号", 18),
          Table.Column.prose("备注", 24),
          Table.Column.text("登记人", 14),
          Table.Column.prose("作废原因", 24));

  private final VisibleRewards visible;
  private final PersonNames people;

  RewardExport(VisibleRewards visible, PersonNames people) {
    this.visible = visible;
    this.people = people;
  }

  @Get("/rewards.xlsx")
  HttpResponse<byte[]> workbook(@RequestBean RewardFilter filter, ChosenDay chosen, Scope scope)
      throws IOException {
    Query query = filter.query();
    Known known = new Known(scope, chosen.day());
    return WorkbookFile.of(
        Table.sliced(
                "奖励兑现",
                COLUMNS,
                (size, offset) -> visible.list(query, known, size, offset),
                this::row)
            .noting(
                "截至 "
                    + chosen.day()
                    + "；金额为空的不明，未计入合计。"
                    + RewardLists.sentence(visible.sums(query, known))),
        "奖励兑现-" + chosen.day());
  }

  private List<@Nullable Object> row(Row row) {
    return Arrays.asList(
        row.company(),
        row.creditCode(),
        row.demo() ? "示例" : null,
        row.region(),
        "" + row.year(),
        row.item(),
        row.level().label(),
        row.document(),
        row.documentNo(),
        row.due(),
        row.granted(),
        row.reason(),
        row.decidedOn(),
        row.payments() == 0 ? BigDecimal.ZERO : row.paid(),
        row.paidOn(),
        row.standing().label(),
        row.archived(),
        row.remark(),
        people.of(row.enteredBy()),
        row.voidReason());
  }
}
