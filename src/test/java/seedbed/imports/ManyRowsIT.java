package seedbed.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Registration;
import seedbed.company.Track;

/// A province at once.
@MicronautTest(transactional = false)
class ManyRowsIT {

  private static final Logger LOG = LoggerFactory.getLogger(ManyRowsIT.class);
  private static final int COMPANIES = 2_500;
  private static final int FIRST_VALUE = 3;
  private static final int VALUES = 20;

  @Inject
  @Client("/")
  HttpClient http;

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject Registration registration;

  private ImportClient client;

  @BeforeEach
  void manyCompanies() {
    client = new ImportClient(http.toBlocking());
    if (regions.findByCode("93").isEmpty()) {
      regions.save(new Region("93", "万家省", RegionLevel.PROVINCE, null, "试验"));
      List<Company> all = new ArrayList<>();
      for (int i = 0; i < COMPANIES; i++) {
        all.add(
            Company.named("万家导入第" + i + "公司", "93", Track.MANUFACTURING, "试验", LocalDate.EPOCH));
      }
      registration.register(all);
    }
  }

  @Test
  void tenThousandRowsAreStoredOnceAndTheSecondTimeAddNothing() throws Exception {
    byte[] file = file();

    Instant begun = Instant.now();
    JsonNode checked = client.upload("万行.xlsx", file);
    Instant afterCheck = Instant.now();
    JsonNode stored = client.store(checked.get("id").asLong(), "all");
    Instant afterStore = Instant.now();
    JsonNode again = client.upload("万行.xlsx", file);

    LOG.info(
        "10,000 rows with {} values each: checked in {} ms, stored in {} ms",
        VALUES,
        Duration.between(begun, afterCheck).toMillis(),
        Duration.between(afterCheck, afterStore).toMillis());
    assertThat(checked.at("/counts/good").asLong()).as(checked.toString()).isEqualTo(10_000);
    assertThat(stored.at("/stored/values").asLong()).isEqualTo(10_000L * VALUES);
    assertThat(again.at("/counts/known").asLong()).isEqualTo(10_000);
  }

  // The template as it was downloaded, filled in by a program.
  private byte[] file() throws IOException {
    XSSFWorkbook template =
        new XSSFWorkbook(new ByteArrayInputStream(client.get("/imports/templates/figures.xlsx")));
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(template, 100)) {
      int next = template.getSheetAt(0).getLastRowNum() + 1;
      for (int i = 0; i < COMPANIES; i++) {
        for (int year = 2022; year <= 2025; year++) {
          Row row = workbook.getSheetAt(0).createRow(next++);
          row.createCell(0).setCellValue("万家导入第" + i + "公司");
          row.createCell(2).setCellValue(year);
          for (int value = 0; value < VALUES; value++) {
            row.createCell(FIRST_VALUE + value).setCellValue(1 + (i + value + year) % 5);
          }
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }
}
