package seedbed.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.account.Accounts;
import seedbed.spreadsheet.SpreadsheetRefused;
import seedbed.spreadsheet.Table;
import seedbed.spreadsheet.Workbooks;

/// Lists of people, checked row by row.
@MicronautTest(transactional = false)
final class AccountImportIT {

  @Inject AccountImport imports;
  @Inject Accounts accounts;
  @Inject Staff staff;

  private long admin;
  private String name = "";

  @BeforeEach
  void begin() {
    admin = staff.person(Role.ADMIN, "320682").id();
    name = Staff.newName();
  }

  @Test
  void oneWrongRowStopsTheWholeListUnlessSaidOtherwise() throws SpreadsheetRefused {
    String list = row(name, "培育办", "320682", "王一") + row("坏 名", "没有", "320682", "");

    var none = read(list, AccountImport.Rule.ALL_OR_NONE);
    assertThat(none.issued()).isEmpty();
    assertThat(none.faults())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.row()).isEqualTo(3);
          assertThat(fault.sentence()).contains("登录名", "没有“没有”这个角色", "姓名");
        });
    assertThat(accounts.existsByUsername(name)).isFalse();

    var good = read(list, AccountImport.Rule.GOOD_ROWS);
    assertThat(good.issued()).hasSize(1);
    assertThat(accounts.findByUsername(name)).isPresent();
  }

  @Test
  void aRegionIsNamedOrGivenByItsCode() throws SpreadsheetRefused {
    assertThat(read(row(name, "office", "如皋市", "王一"), AccountImport.Rule.ALL_OR_NONE).issued())
        .hasSize(1);
    assertThat(
            read(row(Staff.newName(), "office", "无此市", "王一"), AccountImport.Rule.ALL_OR_NONE)
                .faults())
        .singleElement()
        .extracting(AccountImport.Fault::sentence)
        .asString()
        .contains("没有“无此市”这个地区");
  }

  @Test
  void aNameTwiceInTheListOrTakenAlreadyIsRefused() throws SpreadsheetRefused {
    String list = row(name, "office", "320682", "王一") + row(name, "培育办", "320682", "王二");
    assertThat(read(list, AccountImport.Rule.ALL_OR_NONE).faults())
        .singleElement()
        .extracting(AccountImport.Fault::sentence)
        .asString()
        .contains("重复");

    read(row(name, "office", "320682", "王一"), AccountImport.Rule.ALL_OR_NONE);
    assertThat(read(row(name, "office", "320682", "王一"), AccountImport.Rule.ALL_OR_NONE).faults())
        .hasSize(1);
  }

  @Test
  void theTemplateIsReadBackWithItsNotes() throws IOException, SpreadsheetRefused {
    var out = new ByteArrayOutputStream();
    Workbooks.write(
        Table.of(
                "账号名单",
                AccountImport.HEADINGS.stream().map(h -> Table.Column.text(h, 20)).toList(),
                List.of(List.of(name, "培育办", "320682", "", "", "王一", "13800000000", "")))
            .noting("说明"),
        out);

    var result = imports.read("名单.xlsx", out.toByteArray(), AccountImport.Rule.ALL_OR_NONE, admin);

    assertThat(result.faults()).isEmpty();
    assertThat(result.issued()).hasSize(1);
  }

  @Test
  void aFileWithoutTheHeadIsRefusedInWords() {
    assertThatExceptionOfType(SpreadsheetRefused.class)
        .isThrownBy(() ->
            imports.read(
                "x.csv",
                "甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8),
                AccountImport.Rule.ALL_OR_NONE,
                admin))
        .satisfies(refused -> assertThat(refused.sentence()).contains("没有找到表头"));
  }

  private AccountImport.Result read(String rows, AccountImport.Rule rule)
      throws SpreadsheetRefused {
    String csv = "登录名,角色,所属地区,姓名\n" + rows;
    return imports.read("名单.csv", csv.getBytes(StandardCharsets.UTF_8), rule, admin);
  }

  private static String row(String username, String role, String region, String person) {
    return String.join(",", username, role, region, person) + "\n";
  }
}
