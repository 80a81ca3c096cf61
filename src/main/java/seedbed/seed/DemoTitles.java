package seedbed.seed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.seed.DemoCompany.Held;

/// The titles and pool places of a demonstration company, up to its rung of the ladder.
final class DemoTitles {

  private static final List<String> RUNGS =
      List.of(
          "none",
          "rugao-pool",
          "innovation",
          "jiangsu-pool",
          "innovative-sme",
          "specialised-sme",
          "little-giant-due",
          "little-giant",
          "champion");

  private final int number;
  private final List<Held> titles = new ArrayList<>();

  private DemoTitles(int number) {
    this.number = number;
  }

  static List<Held> of(String ladder, int number) {
    DemoTitles register = new DemoTitles(number);
    int rung = RUNGS.indexOf(ladder);
    if (rung >= RUNGS.indexOf("rugao-pool")) {
      register.cityPool(ladder.equals("rugao-pool"));
    }
    if (ladder.equals("innovation")) {
      register.technology();
      return register.titles;
    }
    if (rung >= RUNGS.indexOf("jiangsu-pool")) {
      register.hold("jiangsu-pool", LocalDate.of(2021 + number % 3, 12, 20), null, "示例省级入库通告");
    }
    if (rung >= RUNGS.indexOf("innovative-sme")) {
      register.threeYears("innovative-sme", LocalDate.of(2022, 12, 16), "示例创新型中小企业公告");
    }
    if (rung >= RUNGS.indexOf("specialised-sme")) {
      register.threeYears("specialised-sme", LocalDate.of(2022, 12, 30), "示例专精特新中小企业公告");
    }
    if (rung >= RUNGS.indexOf("little-giant-due")) {
      register.hold("nantong-giant", LocalDate.of(2021, 11, 30), null, "示例南通市小巨人公告");
      register.giant(ladder.equals("little-giant-due"));
    }
    if (ladder.equals("champion")) {
      LocalDate from = LocalDate.of(2023 + number % 2, 12, 30);
      register.hold("champion", from, from.plusYears(3), "示例单项冠军公告");
      register.hold(
          "key-little-giant", LocalDate.of(2024, 8, 1), LocalDate.of(2027, 8, 1), "示例重点小巨人公告");
    }
    return register.titles;
  }

  private void cityPool(boolean weak) {
    LocalDate admitted = LocalDate.of(2021 + number % 3, 7, 15);
    if (weak && number % 2 == 0) {
      leave(admitted, LocalDate.of(2025, 12, 20));
    } else if (number % 14 == 0) {
      leave(admitted, LocalDate.of(2023, 12, 20));
      hold("rugao-pool", LocalDate.of(2025, 1, 10), null, "示例市级再入库公告");
    } else {
      hold("rugao-pool", admitted, null, "示例市级入库公告");
    }
  }

  private void leave(LocalDate from, LocalDate to) {
    titles.add(new Held("rugao-pool", from, to, dated("示例市级入库公告", from), dated("示例市级出库公告", to)));
  }

  // An entry number lapses at the end of March and is given anew in summer.
  private void technology() {
    for (int year = 2024; year <= 2026; year++) {
      hold(
          "technology-sme", LocalDate.of(year, 6, 20), LocalDate.of(year + 1, 4, 1), "示例科技型中小企业公告");
    }
  }

  /// Given for three years: most were renewed, some run out soon, some ran out.
  private void threeYears(String title, LocalDate first, String document) {
    LocalDate from = number % 5 == 0 ? first.plusYears(1) : first;
    hold(title, from, from.plusYears(3), document);
    if (number % 5 != 0) {
      hold(title, from.plusYears(3), from.plusYears(6), document.replace("公告", "复核公告"));
    }
  }

  private void giant(boolean due) {
    if (due) {
      hold("little-giant", LocalDate.of(2023, 12, 31), LocalDate.of(2026, 12, 31), "示例小巨人第五批公告");
    } else {
      LocalDate from = LocalDate.of(2024 + number % 2, 10, 20);
      hold("little-giant", from, from.plusYears(3), "示例小巨人公告");
    }
  }

  private void hold(String title, LocalDate from, @Nullable LocalDate to, String document) {
    titles.add(new Held(title, from, to, dated(document, from), null));
  }

  private static String dated(String document, LocalDate day) {
    return "%s〔%d〕%d号".formatted(document, day.getYear(), day.getMonthValue());
  }
}
