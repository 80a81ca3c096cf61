package seedbed.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;
import seedbed.figure.Attested;
import seedbed.figure.Figures;
import seedbed.figure.Value;

/// A town that files are imported for.
abstract class ImportScene {

  static final Charset GB18030 = Charset.forName("GB18030");
  static final String TOWN = "870101101";

  @Inject
  @Client("/")
  HttpClient http;

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject Figures figures;
  @Inject Imports imports;

  ImportClient client;

  @BeforeEach
  void aTown() {
    client = new ImportClient(http.toBlocking());
    if (regions.findByCode("87").isEmpty()) {
      regions.save(new Region("87", "导入省", RegionLevel.PROVINCE, null, "试验"));
      regions.save(new Region("8701", "导入市", RegionLevel.PREFECTURE, "87", "试验"));
      regions.save(new Region("870101", "导入县", RegionLevel.COUNTY, "8701", "试验"));
      regions.save(new Region(TOWN, "导入东镇", RegionLevel.TOWNSHIP, "870101", "试验"));
    }
  }

  static void unprocessable(HttpClientResponseException refused) {
    assertThat(refused.getStatus().getCode()).isEqualTo(422);
  }

  FilledForm figureForm() {
    return new FilledForm(client.get("/imports/templates/figures.xlsx"));
  }

  Company company(String name) {
    return companies
        .findByName(name)
        .orElseGet(() ->
            companies.save(Company.named(name, TOWN, Track.MANUFACTURING, "试验", LocalDate.EPOCH)));
  }

  String refused(String name, byte[] file) {
    JsonNode settled = client.upload(name, file);
    assertThat(settled.get("state").asText()).as(settled.toString()).isEqualTo("refused");
    return settled.get("sentence").asText();
  }

  List<Attested> live(Company company, String indicator, int year) {
    return figures
        .ofCompany(company.id(), Figures.LATEST)
        .ofYear(indicator, year)
        .map(entry -> entry.live())
        .orElse(List.of());
  }

  Value value(Company company, String indicator, int year) {
    return live(company, indicator, year).getFirst().figure().value();
  }
}
