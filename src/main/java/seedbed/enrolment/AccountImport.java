package seedbed.enrolment;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.account.NewAccount;
import seedbed.spreadsheet.SheetRow;
import seedbed.spreadsheet.SpreadsheetFile;
import seedbed.spreadsheet.SpreadsheetLimits;
import seedbed.spreadsheet.SpreadsheetRefused;
import seedbed.web.FieldError;

/// Opens many accounts from a list, after every row was checked.
@Singleton
class AccountImport {

  /// More at once are no list of colleagues any more, and their links could not be sent on.
  static final int MOST = 500;

  static final List<String> HEADINGS =
      List.of("登录名", "角色", "所属地区", "企业信用代码", "单位", "姓名", "电话", "电子邮箱");

  private final TransactionOperations<Connection> transactions;
  private final AccountCheck check;
  private final Inviting inviting;

  AccountImport(
      TransactionOperations<Connection> transactions, AccountCheck check, Inviting inviting) {
    this.transactions = transactions;
    this.check = check;
    this.inviting = inviting;
  }

  /// What happens to a list that is partly wrong.
  enum Rule {
    ALL_OR_NONE,
    GOOD_ROWS
  }

  /// A row that will not do, with everything that is wrong with it.
  @Introspected
  record Fault(int row, @Nullable String username, String sentence) {}

  /// @param issued in the order of the list
  record Result(List<Inviting.Issued> issued, List<Fault> faults) {}

  private record Examined(List<NewAccount> good, List<Fault> faults) {}

  /// @throws SpreadsheetRefused when the file is no such list
  Result read(String fileName, byte[] bytes, Rule rule, long by) throws SpreadsheetRefused {
    Examined examined = examine(rows(fileName, bytes));
    if (rule == Rule.ALL_OR_NONE && !examined.faults.isEmpty()) {
      return new Result(List.of(), examined.faults);
    }
    return transactions.executeWrite(status ->
        new Result(
            examined.good.stream().map(wanted -> inviting.open(wanted, by)).toList(),
            examined.faults));
  }

  private static List<SheetRow> rows(String fileName, byte[] bytes) throws SpreadsheetRefused {
    SpreadsheetFile file = SpreadsheetFile.open(fileName, bytes, SpreadsheetLimits.STANDARD);
    List<SheetRow> rows = new ArrayList<>();
    String sheet =
        file.sheets().stream()
            .filter(name -> !name.hidden())
            .findFirst()
            .orElseThrow(() -> new SpreadsheetRefused("文件里没有可见的工作表。"))
            .name();
    file.read(
        sheet,
        row -> {
          rows.add(row);
          return rows.size() <= MOST + 20;
        });
    int head = head(rows);
    List<SheetRow> below = rows.subList(head, rows.size());
    if (below.size() - 1 > MOST) {
      throw new SpreadsheetRefused("一次最多开通 " + MOST + " 个账号，请分成几个文件上传。");
    }
    if (below.size() < 2) {
      throw new SpreadsheetRefused("表头下面没有账号。");
    }
    return below;
  }

  // Titles and notes may stand above the head.
  private static int head(List<SheetRow> rows) throws SpreadsheetRefused {
    for (int i = 0; i < Math.min(rows.size(), 10); i++) {
      Set<String> found = columns(rows.get(i)).keySet();
      if (found.containsAll(Set.of("登录名", "角色", "姓名"))) {
        return i;
      }
    }
    throw new SpreadsheetRefused("没有找到表头。应有“" + String.join("”“", HEADINGS) + "”各栏，请使用模板。");
  }

  private static Map<String, Integer> columns(SheetRow head) {
    Map<String, Integer> columns = new HashMap<>();
    for (int column = 0; column < head.cells().size(); column++) {
      String heading = head.cell(column).shown().replace("*", "").strip();
      if (HEADINGS.contains(heading)) {
        columns.putIfAbsent(heading, column);
      }
    }
    return columns;
  }

  private Examined examine(List<SheetRow> rows) {
    Map<String, Integer> columns = columns(rows.getFirst());
    List<NewAccount> good = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (SheetRow row : rows.subList(1, rows.size())) {
      AccountForm form = form(row, columns);
      switch (check.account(form)) {
        case AccountCheck.Checked.Bad(var errors) ->
            faults.add(
                new Fault(
                    row.number(),
                    form.username(),
                    errors.stream()
                        .map(FieldError::message)
                        .collect(Collectors.joining("；", "", "。"))));
        case AccountCheck.Checked.Good(var wanted) -> {
          if (names.add(wanted.username())) {
            good.add(wanted);
          } else {
            faults.add(new Fault(row.number(), wanted.username(), "登录名在表中重复。"));
          }
        }
      }
    }
    return new Examined(good, faults);
  }

  private static AccountForm form(SheetRow row, Map<String, Integer> columns) {
    List<@Nullable String> cells = new ArrayList<>();
    for (String heading : HEADINGS) {
      Integer column = columns.get(heading);
      cells.add(column == null ? null : row.cell(column).shown());
    }
    return new AccountForm(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        cells.get(4),
        cells.get(5),
        cells.get(6),
        cells.get(7));
  }
}
