package seedbed.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import seedbed.access.Scope;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;
import seedbed.criteria.EvidenceKind;
import seedbed.web.Refusal;

/// What stands between an upload and the shelf: the scanner, the room of a company, and what is
/// left when a server dies in between.
@MicronautTest(transactional = false)
@Property(name = "seedbed.evidence.quota-megabytes", value = "1")
@Property(name = "seedbed.evidence.scan-seconds", value = "2")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("佐证材料入档")
final class KeepingIT implements TestPropertyProvider {

  private static final String TOWN = "070101001";

  private final FakeClamd scanner = new FakeClamd();

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject Keeping keeping;
  @Inject Housekeeping housekeeping;
  @Inject EvidenceRows rows;
  @Inject ContentStore store;
  @Inject EvidenceSettings settings;
  @Inject Clock clock;

  private long company;

  @Override
  public Map<String, String> getProperties() {
    return Map.of("seedbed.evidence.clamav", scanner.address());
  }

  @BeforeEach
  void someCompany() {
    region("07", RegionLevel.PROVINCE, null);
    region("0701", RegionLevel.PREFECTURE, "07");
    region("070101", RegionLevel.COUNTY, "0701");
    region(TOWN, RegionLevel.TOWNSHIP, "070101");
    company = another();
    scanner.says(FakeClamd.CLEAN);
  }

  @AfterAll
  void close() throws IOException {
    scanner.close();
  }

  @Test
  void whatIsCleanCanBeOpenedAtOnce() {
    Keeping.Kept kept = keep(text(10));

    assertThat(kept.waits()).isFalse();
    assertThat(version().cleared()).isTrue();
  }

  @Test
  void whatIsInfectedIsRefusedByName() {
    scanner.says(FakeClamd.FOUND);

    assertThatThrownBy(() -> keep(text(10)))
        .isInstanceOf(Refusal.Invalid.class)
        .hasMessageContaining("Eicar-Test-Signature")
        .hasMessageContaining("没有受理");
    assertThat(rows.ofCompany(company, new Scope.Whole())).isEmpty();
  }

  @Test
  void whileTheScannerIsSilentTheFileWaitsAndIsJudgedLater() {
    scanner.says(FakeClamd.SILENCE);
    Keeping.Kept kept = keep(text(10));
    assertThat(kept.waits()).isTrue();
    assertThat(version().state()).isEqualTo("等待查毒");

    scanner.says(FakeClamd.CLEAN);
    keeping.scanWaiting();

    assertThat(version().cleared()).isTrue();
  }

  @Test
  void whatIsFoundLaterIsNeverOpened() {
    scanner.says(FakeClamd.SILENCE);
    keep(text(10));

    scanner.says(FakeClamd.FOUND);
    keeping.scanWaiting();

    assertThat(version().cleared()).isFalse();
    assertThat(version().state()).contains("Eicar-Test-Signature");
  }

  @Test
  void anAnswerThatIsNoneKeepsTheFileWaiting() {
    scanner.says("HTTP/1.1 400 Bad Request");
    keep(text(10));

    keeping.scanWaiting();

    assertThat(version().state()).isEqualTo("等待查毒");
    scanner.says(FakeClamd.CLEAN);
    keeping.scanWaiting();
    assertThat(version().cleared()).isTrue();
  }

  @Test
  void aCompanyHasSoMuchRoomAndNoMore() {
    keep(text(600));

    assertThatThrownBy(() -> keep(text(600)))
        .isInstanceOf(Refusal.Invalid.class)
        .hasMessageContaining("上限 1 MB");
    assertThat(rows.ofCompany(company, new Scope.Whole())).hasSize(1);
  }

  @Test
  void everyVersionTakesItsRoom() {
    Keeping.Kept kept = keep(text(600));
    Evidence evidence = rows.find(kept.id(), new Scope.Whole()).orElseThrow();

    assertThatThrownBy(() -> keeping.follow(evidence, 1, sent(text(600))))
        .isInstanceOf(Refusal.Invalid.class);
    assertThat(keeping.follow(evidence, 1, sent(text(300)))).isInstanceOf(Keeping.Kept.class);
  }

  @Test
  void theRoomOfOneIsNotThatOfAnother() {
    keep(text(600));

    company = another();

    assertThat(keep(text(600)).number()).isEqualTo(1);
  }

  @Test
  void whatACrashLeftIsSweptAndWhatIsWrittenDownStays() throws IOException {
    keep(text(10));
    Path written = place(version().hash());
    Path incoming = store.incoming();
    Files.writeString(incoming, UUID.randomUUID().toString());
    String hash = Sha256.of(incoming);
    // Here a server died: the content is kept and nothing refers to it.
    store.keep(incoming, hash);
    Path half = store.incoming();
    for (Path file : List.of(written, place(hash), half)) {
      age(file);
    }

    housekeeping.sweep();

    assertThat(place(hash)).doesNotExist();
    assertThat(half).doesNotExist();
    assertThat(store.verified(version().hash())).exists();
  }

  private void age(Path file) throws IOException {
    Files.setLastModifiedTime(
        file, FileTime.from(clock.instant().minus(Duration.ofDays(1)).minusSeconds(60)));
  }

  private Path place(String hash) {
    return settings.files().resolve(hash.substring(0, 2)).resolve(hash);
  }

  private Keeping.Kept keep(byte[] content) {
    return keeping.open(
        new Evidence(
            0,
            company,
            "high_tech",
            null,
            null,
            null,
            false,
            EvidenceKind.CERTIFICATE,
            "试验证书",
            null,
            null,
            null,
            List.of()),
        sent(content));
  }

  private static Keeping.Sent sent(byte[] content) {
    return new Keeping.Sent("证书.txt", new ByteArrayInputStream(content), null, "试验");
  }

  private Evidence.Version version() {
    return rows.ofCompany(company, new Scope.Whole()).getFirst().versions().getFirst();
  }

  private static byte[] text(int kilobytes) {
    String line = UUID.randomUUID() + "\n";
    return line.repeat(kilobytes * 1024 / line.length()).getBytes(StandardCharsets.US_ASCII);
  }

  private long another() {
    return companies
        .save(
            Company.named(
                "入档" + UUID.randomUUID(), TOWN, Track.MANUFACTURING, "试验", LocalDate.EPOCH))
        .id();
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "入档" + code, level, parent, "试验"));
    }
  }
}
