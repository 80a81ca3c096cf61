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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Known;
import seedbed.reward.VisibleRewards.Query;
import seedbed.reward.VisibleRewards.Row;
import seedbed.reward.VisibleRewards.Sums;
import seedbed.spreadsheet.Table;
import seedbed.spreadsheet.WorkbookFile;
import seedbed.web.ChosenDay;
import seedbed.web.Formats;

/// The register as a file: the rows of the page it is asked from, all of them.
@Hidden
@Controller
@Produces(WorkbookFile.TYPE)
@ExecuteOn(TaskExecutors.BLOCKING)
class RewardExport {

  // Narrow enough to be read when it is printed on one page across.
  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.prose("企业名称", 20),
          Table.Column.prose("统一社会信用代码", 12),
          Table.Column.text("示例", 5),
          Table.Column.prose("所在", 9),
          new Table.Column("年度", Table.Kind.NUMBER, 6),
          Table.Column.prose("奖励项目", 14),
          Table.Column.text("级别", 7),
          Table.Column.prose("依据文件和文号", 22),
          Table.Column.exact("应奖（万元）", 13),
          Table.Column.exact("实际（万元）", 13),
          Table.Column.prose("不同的原因", 14),
          Table.Column.day("决定日期", 11),
          Table.Column.exact("到位（万元）", 13),
          Table.Column.day("最近到位", 11),
          Table.Column.text("状态", 9),
          Table.Column.prose("决定的档案编号", 10),
          Table.Column.prose("备注", 12));

  private final VisibleRewards visible;
  private final RewardLists lists;

  RewardExport(VisibleRewards visible, RewardLists lists) {
    this.visible = visible;
    this.lists = lists;
  }

  @Get("/rewards.xlsx")
  HttpResponse<byte[]> workbook(@RequestBean RewardFilter filter, ChosenDay chosen, Scope scope)
      throws IOException {
    Query query = filter.query();
    Known known = new Known(scope, chosen.day());
    Sums sums = visible.sums(query, known);
    return WorkbookFile.of(
        Table.sliced(
                "奖励兑现",
                COLUMNS,
                (size, offset) -> visible.list(query, known, size, offset),
                RewardExport::row)
            .noting(
                lists.words(filter, known),
                "截至 "
                    + chosen.day()
                    + "，共 "
                    + Formats.count(sums.rewards())
                    + " 项；金额为空的不明，未计入合计；“—”为没有资金。"
                    + RewardLists.sentence(sums))
            .totalling(total(sums)),
        "奖励兑现-" + chosen.day());
  }

  private static List<@Nullable Object> row(Row row) {
    return Arrays.asList(
        row.company(),
        row.creditCode(),
        row.demo() ? "示例" : null,
        row.region(),
        row.year(),
        row.item(),
        row.level().label(),
        row.basis(),
        row.due(),
        row.granted(),
        row.reason(),
        row.decidedOn(),
        row.pays() ? row.come() : Formats.NOTHING,
        row.paidOn(),
        row.standing().label(),
        row.archived(),
        remark(row));
  }

  private static @Nullable String remark(Row row) {
    String voided = row.voidReason() == null ? null : "作废原因：" + row.voidReason();
    String words =
        Stream.of(row.remark(), voided).filter(Objects::nonNull).collect(Collectors.joining("；"));
    return words.isEmpty() ? null : words;
  }

  private static List<@Nullable Object> total(Sums sums) {
    return Arrays.asList(
        "合计",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        sums.due(),
        sums.granted(),
        null,
        null,
        sums.paid(),
        null,
        null,
        null,
        null);
  }
}
