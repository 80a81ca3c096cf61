package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.portfolio.Leaders;
import seedbed.report.dossier.Dossier.Block;
import seedbed.report.dossier.Dossier.Chapter;
import seedbed.report.dossier.Dossier.Column;

/// Who the company is, and who looks after it.
@Singleton
class IdentitySection implements Section {

  private final Regions regions;
  private final Leaders leaders;

  IdentitySection(Regions regions, Leaders leaders) {
    this.regions = regions;
    this.leaders = leaders;
  }

  @Override
  public int getOrder() {
    return 10;
  }

  @Override
  public Optional<Chapter> chapter(Subject subject) {
    Company company = subject.assessment().company();
    List<List<String>> rows = new ArrayList<>();
    add(rows, "统一社会信用代码", company.creditCode());
    add(rows, "所在", regions.findByCode(company.regionCode()).map(Region::name).orElse(""));
    add(rows, "行业", company.industryName());
    add(rows, "类别", company.track().label());
    add(rows, "主导产品", company.mainProduct());
    add(rows, "成立日期", company.foundedOn());
    List<String> linked = leaders.described(subject.company(), subject.chosen().day());
    add(rows, "挂钩联系", linked.isEmpty() ? "尚未安排" : String.join("；", linked));
    add(rows, "信息来源", company.source());
    return Optional.of(
        new Chapter(
            "identity",
            "基本情况",
            List.of(
                Block.table(
                    List.of(Column.text("项目", 3), Column.text("内容", 9)), rows, "没有登记基本情况。"))));
  }

  private static void add(List<List<String>> rows, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      rows.add(List.of(name, value.toString()));
    }
  }
}
