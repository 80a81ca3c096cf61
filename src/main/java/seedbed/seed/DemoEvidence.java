package seedbed.seed;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Role;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.evidence.Filing;
import seedbed.evidence.Filing.File;
import seedbed.evidence.Filing.Label;

/// Demonstration files: of the company that the demonstration account is of one of every standing,
/// of some that apply for the pool an audit report and a certificate.
@Singleton
class DemoEvidence {

  private static final String MUNICIPAL = "rugao-pool";
  private static final int APPLICANTS = 4;
  private static final String MARK = "示例";

  private final Filing filing;
  private final Companies companies;
  private final DemoPlaces places;
  private final Clock clock;

  DemoEvidence(Filing filing, Companies companies, DemoPlaces places, Clock clock) {
    this.filing = filing;
    this.companies = companies;
    this.places = places;
    this.clock = clock;
  }

  /// Only where there is none yet.
  void open() {
    if (!filing.any()) {
      places.first().ifPresent(this::open);
    }
  }

  private void open(DemoPlaces.Place home) {
    LocalDate today = LocalDate.now(clock);
    companies.findById(home.companyId()).ifPresent(company -> everyStanding(company, today));
    places.outside(MUNICIPAL, today, home.townCode(), home.companyId()).stream()
        .limit(APPLICANTS)
        .forEach(id -> companies.findById(id).ifPresent(company -> forApplication(company, today)));
  }

  private void everyStanding(Company company, LocalDate today) {
    int year = today.getYear() - 1;
    file(
        company,
        "revenue",
        year,
        "审计报告",
        List.of(
            new File("审计报告初稿.pdf", report(company, year, 1), null),
            new File("审计报告.pdf", report(company, year, 2), null)));
    file(company, "high_tech", null, "高新技术企业证书", certificate(company, today.minusDays(40)));
    file(
        company,
        "management_certificate",
        null,
        "质量管理体系认证证书",
        certificate(company, today.plusDays(12)));
    file(company, "invention_patents", null, "发明专利证书", certificate(company, today.plusYears(9)));
    file(company, "rd_staff", year, "研发人员花名册", List.of(new File("研发人员花名册.csv", roster(), null)));
    file(
        company,
        "niche_focus",
        null,
        "主要产品构成说明",
        List.of(new File("主要产品构成说明.txt", products(company), null)));
  }

  private void forApplication(Company company, LocalDate today) {
    int year = today.getYear() - 1;
    file(
        company,
        "revenue",
        year,
        "审计报告",
        List.of(new File("审计报告.pdf", report(company, year, 2), null)));
    file(company, "rd_institution", null, "研发机构认定文件", certificate(company, today.plusYears(2)));
  }

  private void file(
      Company company, String indicator, @Nullable Integer year, String name, List<File> versions) {
    filing.file(
        new Label(company.id(), indicator, year, MARK + name), versions, Role.COMPANY.code());
  }

  private static List<File> certificate(Company company, LocalDate until) {
    DemoPaper.Sheet sheet =
        new DemoPaper.Sheet(
            "证　　书",
            List.of(
                "企业名称：" + company.name(),
                "证书编号：示例〔" + until.minusYears(3).getYear() + "〕第0001号",
                "有效期至：" + until));
    return List.of(new File("证书.pdf", DemoPaper.of(List.of(sheet)), until));
  }

  private static InputStream report(Company company, int year, int pages) {
    List<DemoPaper.Sheet> sheets =
        List.of(
            new DemoPaper.Sheet(
                "审计报告",
                List.of("被审计单位：" + company.name(), "会计年度：" + year + "年", "审计意见：标准无保留意见（示例）")),
            new DemoPaper.Sheet(
                "附表　利润表",
                List.of("编制单位：" + company.name(), "所属期间：" + year + "年度", "金额以企业填报数据为准（示例）")));
    return DemoPaper.of(sheets.subList(0, pages));
  }

  private static InputStream roster() {
    return text("序号,姓名,学历,岗位\n1,示例甲,硕士,研发工程师\n2,示例乙,本科,工艺工程师\n3,示例丙,本科,测试工程师\n");
  }

  private static InputStream products(Company company) {
    return text(
        "主要产品构成说明（示例）\n\n企业：%s\n主导产品：%s\n主导产品销售收入占全部营业收入的比重逐年提高，其余为配套零部件和技术服务。\n"
            .formatted(company.name(), company.mainProduct()));
  }

  private static InputStream text(String words) {
    return new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8));
  }
}
