package seedbed.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import seedbed.access.Readers;
import seedbed.access.Readers.Reader;
import seedbed.access.Role;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.company.TitleHoldings;
import seedbed.company.Track;
import seedbed.portfolio.Assignments;

/// One company under the duty to be filed about, and those who inspect it and read of it.
abstract class InspectionScene {

  static final String COUNTY = "240101";
  static final String TOWN = "240101001";
  static final String OTHER_TOWN = "240101002";

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject TitleHoldings holdings;
  @Inject Assignments assignments;
  @Inject Readers readers;
  @Inject InspectionCasework casework;
  @Inject InspectionDuties duties;
  @Inject Inspections inspections;
  @Inject InspectorsColumn inspectors;
  @Inject TransactionOperations<Connection> transactions;
  @Inject Clock clock;

  LocalDate today;
  Company giant;
  Reader inspector;
  Reader office;
  Reader leader;
  Reader owner;

  @BeforeEach
  void people() {
    today = LocalDate.now(clock);
    region("24", RegionLevel.PROVINCE, null);
    region("2401", RegionLevel.PREFECTURE, "24");
    region(COUNTY, RegionLevel.COUNTY, "2401");
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
    region(OTHER_TOWN, RegionLevel.TOWNSHIP, COUNTY);
    giant = company("检查小巨人", TOWN);
    holdings.save(
        new TitleHolding(
            0,
            giant.id(),
            "little-giant",
            today.minusYears(1),
            FromPrecision.DAY,
            today.plusYears(2),
            today.minusYears(1),
            null,
            null,
            "试验文件",
            null,
            "试验"));
    inspector = readers.ofUnit(Role.INSPECTOR, COUNTY, "应急" + UUID.randomUUID());
    office = readers.open(Role.OFFICE, COUNTY);
    leader = readers.open(Role.LEADER, COUNTY);
    owner = readers.ofCompany(giant.id(), TOWN);
    assignments.link(leader.account().id(), List.of(giant.id()), today.minusDays(3), null);
  }

  long begun(Company company) {
    assertThat(send(inspector, "/inspections", Map.of("company", "" + company.id())))
        .isEqualTo(200);
    String link =
        inspector.page("/inspections?show=draft").select("tbody a.opens").eachAttr("href").stream()
            .sorted()
            .reduce((_, last) -> last)
            .orElseThrow();
    return Long.parseLong(link.replaceFirst(".*/", ""));
  }

  long filed(Company company, LocalDate visit) {
    return casework.file(
        company.id(),
        GivenInspections.fields(visit),
        today,
        GivenInspections.caller(COUNTY, unit()));
  }

  String unit() {
    return String.valueOf(inspector.account().unit());
  }

  Map<String, String> draft(long id, LocalDate visit) {
    Map<String, String> fields = GivenInspections.fields(visit);
    fields.put("lock", lock(inspector.page("/inspections/" + id)));
    return fields;
  }

  /// Hands in as its inspector does: whoever is shown something new presses the button once more.
  int submit(long id, Map<String, String> typed) {
    String path = "/inspections/" + id + "/submission";
    int answer = send(inspector, path, typed);
    return answer == 422
        ? send(inspector, path, seen(inspector.refused(path, encoded(typed)), typed))
        : answer;
  }

  static Map<String, String> seen(Document page, Map<String, String> typed) {
    Map<String, String> again = new HashMap<>(typed);
    again.put("lock", lock(page));
    again.put("seen", page.select("[name=seen]").attr("value"));
    return again;
  }

  int conclude(long id, LocalDate ended, Map<String, String> more) {
    Map<String, String> fields = new HashMap<>(more);
    fields.put("ended-on", ended.toString());
    fields.put("words", "看了车间");
    fields.put("conclusion", "处置意见");
    fields.put("inspectors", "甲、乙");
    return send(inspector, "/inspections/" + id + "/conclusion", fields);
  }

  static String lock(Document page) {
    return page.select("[name=lock]").attr("value");
  }

  // The client goes where it is sent, so what was taken answers 200.
  static int send(Reader reader, String path, Map<String, String> fields) {
    return reader.post(path, encoded(fields));
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  void asServer(String sql) throws SQLException {
    Exception[] refused = new Exception[1];
    transactions.executeWrite(status -> {
      try (var statement = status.getConnection().createStatement()) {
        return statement.executeUpdate(sql);
      } catch (SQLException e) {
        refused[0] = e;
        return 0;
      }
    });
    if (refused[0] instanceof SQLException e) {
      throw e;
    }
  }

  Company company(String name, String region) {
    return companies.save(
        Company.named(
            name + UUID.randomUUID().toString().substring(0, 8),
            region,
            Track.MANUFACTURING,
            "试验",
            LocalDate.EPOCH));
  }

  void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "检查" + code, level, parent, "试验"));
    }
  }
}
