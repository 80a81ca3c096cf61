package seedbed.nomination;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.spreadsheet.SpreadsheetFile;
import seedbed.spreadsheet.SpreadsheetRefused;

/// What an uploaded table becomes: the lines that somebody would have pasted.
final class ListFileTest {

  private static String lines(String csv) throws SpreadsheetRefused {
    return ListFile.lines("名单.csv", csv.getBytes(UTF_8));
  }

  @Test
  @DisplayName("没有表头的按前三列")
  void withoutAHeadTheFirstThreeColumnsCount() throws SpreadsheetRefused {
    assertThat(lines("2027,国家小巨人,甲公司,备注\n2028,专精特新,乙公司,\n"))
        .isEqualTo("2027\t国家小巨人\t甲公司\n2028\t专精特新\t乙公司");
  }

  @Test
  @DisplayName("有表头的按表头，标题和表头不算名单，行号不变")
  void aHeadSaysWhichColumnIsWhich() throws SpreadsheetRefused {
    assertThat(lines("申报名单\n序号,企业名称,项目名称,年度\n1,甲公司,国家小巨人,2027\n"))
        .isEqualTo("\n\n2027\t国家小巨人\t甲公司");
  }

  @Test
  @DisplayName("中间的空行留着，后面的行号才对得上")
  void emptyRowsKeepTheirPlace() throws SpreadsheetRefused {
    assertThat(lines("2027,国家小巨人,甲公司\n\n2028,专精特新,乙公司\n").lines())
        .containsExactly("2027\t国家小巨人\t甲公司", "", "2028\t专精特新\t乙公司");
  }

  @Test
  @DisplayName("GB18030编码的也能读；没有表头又缺一列的，逐行核对时指出")
  void theOldEncodingIsReadToo() throws SpreadsheetRefused {
    assertThat(ListFile.lines("名单.csv", "2027,国家小巨人".getBytes(SpreadsheetFile.GB18030)))
        .isEqualTo("2027\t国家小巨人\t");
  }

  @Test
  @DisplayName("改了扩展名的文本不当作Excel")
  void textIsNoWorkbook() {
    assertThatThrownBy(() -> ListFile.lines("名单.xlsx", "2027,国家小巨人,甲公司".getBytes(UTF_8)))
        .isInstanceOf(SpreadsheetRefused.class)
        .hasMessageContaining("内容却是文本");
  }
}
