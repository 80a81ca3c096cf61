package seedbed.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;
import seedbed.evidence.ContentStore;
import seedbed.evidence.Postman;
import seedbed.evidence.content.HonestFiles;
import seedbed.signin.Door;
import seedbed.web.PageRequest;

/// Documents from their number to the list with which they are handed over.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("档案")
final class ArchiveIT {

  private static final String PASSWORD = "Gute-Reise-2026";
  private static final String PREFECTURE = "1897";
  private static final String COUNTY = "189701";
  private static final String TOWN = "189701001";
  private static final String OTHER_TOWN = "189701002";

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject Opening opening;
  @Inject Door door;
  @Inject Postman postman;
  @Inject GivenDocuments given;
  @Inject Archiving archiving;
  @Inject VisibleDocuments documents;
  @Inject StoredFiles files;
  @Inject ContentStore store;
  @Inject Checks checks;
  @Inject List<Origin> origins;

  private String office = "";

  @BeforeEach
  void settle() {
    door.forgetLocks();
    region("18", RegionLevel.PROVINCE, null);
    region(PREFECTURE, RegionLevel.PREFECTURE, "18");
    region(COUNTY, RegionLevel.COUNTY, PREFECTURE);
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
    region(OTHER_TOWN, RegionLevel.TOWNSHIP, COUNTY);
    office = person(Role.OFFICE, COUNTY);
  }

  @Test
  @DisplayName("登记得到编号；同一来文不重复登记；作废后编号保留，可以重新登记")
  void aLetterIsEnteredOnceAndKeepsItsNumberWhenVoid() {
    String reference = "试验〔2026〕" + UUID.randomUUID();
    String first = enter("关于试验的通知", reference);
    assertThat(shown(first)).contains("收文档〔", "关于试验的通知", reference, "10年");

    var twice = send("/archive/new", "/archive", letter("关于试验的通知", reference));
    assertThat(twice.code()).isEqualTo(422);
    assertThat(twice.page().select("#reference-problem").text()).contains("已登记为" + number(first));

    String last = number(enter("另一份", "另" + reference));
    act(first, first + "/cancellation", Map.of("reason", "重复收文"));
    assertThat(shown(first)).contains("作废：重复收文", "编号保留");
    assertThat(send(first, first + "/cancellation", Map.of("reason", "再来")).code()).isEqualTo(409);
    String again = enter("关于试验的通知", reference);
    assertThat(place(number(again))).isEqualTo(place(last) + 1);
  }

  @Test
  @DisplayName("没填题名、来文单位的，逐项说明，不占编号")
  void whatIsMissingIsSaidAndTakesNoNumber() {
    String before = number(enter("前一份", "前" + UUID.randomUUID()));

    var answer =
        send(
            "/archive/new",
            "/archive",
            Map.of("series", "incoming", "subject", "无单位", "counterpart", ""));

    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.page().select("#counterpart-problem").text()).contains("来文单位");
    String after = number(enter("后一份", "后" + UUID.randomUUID()));
    assertThat(place(after)).isEqualTo(place(before) + 1);
  }

  @Test
  @DisplayName("填错的一次说全；一年以前的成文日期要确认，没有这样的年代不收")
  void everythingWrongIsSaidAtOnceAndAnOldDayIsAskedAbout() {
    Map<String, String> wrong =
        Map.of(
            "series", "", "subject", "", "datedOn", "2126-01-01", "copies", "abc", "pages", "-3");
    Map<String, String> old = new HashMap<>(letter("旧文", "旧" + UUID.randomUUID()));
    old.put("datedOn", "1998-05-04");
    Map<String, String> older = new HashMap<>(old);
    older.put("datedOn", "1826-01-01");
    older.put("old", "yes");

    assertThat(send("/archive/new", "/archive", wrong).page().select("#errors a").eachText())
        .hasSize(5)
        .anyMatch(error -> error.startsWith("份数请填"))
        .anyMatch(error -> error.startsWith("页数请填"));
    var asked = send("/archive/new", "/archive", old);
    assertThat(asked.code()).isEqualTo(422);
    assertThat(asked.page().select("#errors").text()).contains("比今天早一年以上");
    assertThat(asked.page().select("#old")).hasSize(1);
    assertThat(send("/archive/new", "/archive", older).code()).isEqualTo(422);
    old.put("old", "yes");
    assertThat(send("/archive/new", "/archive", old).code()).isEqualTo(303);
  }

  @Test
  @DisplayName("各单位自己的编法都收；不像编号的逐项请核对，勾选无误后照登")
  void everyPlaceThatAnOfficeHasIsTaken() {
    String document = enter("放哪里", "放" + UUID.randomUUID());
    String path = document + "/locations";

    for (String cabinet : List.of("3", "A3", "01", "甲1", "密集架2-3-1")) {
      act(document, path, Map.of("cabinet", cabinet, "box", "5-1", "piece", "007"));
      assertThat(shown(document)).contains(cabinet + "柜 5-1盒 007件");
    }

    Map<String, String> odd =
        new HashMap<>(Map.of("cabinet", "资料室窗边", "box", "0", "piece", "99999999"));
    var asked = send(document, path, odd);
    assertThat(asked.code()).isEqualTo(422);
    assertThat(asked.page().select("#errors a").eachAttr("href"))
        .containsExactly("#cabinet", "#box", "#piece");
    assertThat(asked.page().select("#cabinet").val()).isEqualTo("资料室窗边");
    assertThat(asked.page().select("#sure")).hasSize(1);
    assertThat(shown(document)).doesNotContain("资料室窗边");
    odd.put("sure", "yes");
    act(document, path, odd);
    assertThat(shown(document)).contains("资料室窗边柜 0盒 99999999件");
  }

  @Test
  @DisplayName("没有填的、超长的不能登记，一次说全")
  void aPlaceIsWhole() {
    String document = enter("放不全", "全" + UUID.randomUUID());

    var refused =
        send(
            document,
            document + "/locations",
            Map.of("cabinet", "3".repeat(31), "box", "", "piece", "", "sure", "yes"));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#errors a").eachAttr("href"))
        .containsExactly("#cabinet", "#box", "#piece");
  }

  @Test
  @DisplayName("更正、移动只增不改，历史都在")
  void correctionsAndMovesLeaveWhatWasBefore() {
    String document = enter("位置试验", "位" + UUID.randomUUID());

    act(document, document + "/locations", Map.of("cabinet", "2", "box", "5", "piece", "13"));
    act(
        document,
        document + "/locations",
        Map.of("cabinet", "9", "box", "1", "piece", "1", "remark", "移入档案室"));
    act(document, document + "/amendments", Map.of("correction", "页数应为12页"));

    assertThat(door.page(document, office).page().select(".facts").text()).contains("9柜 1盒 1件");
    assertThat(shown(document)).contains("2柜 5盒 13件", "移入档案室", "页数应为12页");
  }

  @Test
  @DisplayName("扫描件检查后存入，原样取回；可执行的文件不收")
  void aScanIsCheckedAndComesBackAsItWas() throws IOException {
    String document = enter("扫描试验", "扫" + UUID.randomUUID());
    byte[] scan = HonestFiles.picture("png", 40);
    String path = document + "/files";
    var visitor = new Postman.Visitor(office, door.page(document, office).formToken());

    assertThat(postman.send(path, visitor, Map.of(), "收文.png", scan).statusCode()).isEqualTo(303);
    var refused = postman.send(path, visitor, Map.of(), "收文.exe", scan);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(postman.fetch(document + "/files/1", office).body()).isEqualTo(scan);
    assertThat(door.page(document + "/files/2", office).code()).isEqualTo(404);
  }

  @Test
  @DisplayName("按编号、题名、文号、企业、全文查找；全文要勾选才查")
  void theRegisterIsSearchedByWhatIsKnownOfADocument() {
    Company company = company(TOWN);
    String word = "梧桐" + System.nanoTime();
    var entered = given.frozen(COUNTY, company.id(), "查找试验", "正文里写着" + word + "二字");

    assertThat(found("?q=" + typed(word))).isEmpty();
    assertThat(found("?within=text&q=" + typed(word))).containsExactly(entered.number().toString());
    assertThat(found("?q=" + typed("查找试验 " + company.name())))
        .containsExactly(entered.number().toString());
    assertThat(found("?company=" + company.id())).hasSize(1);
    assertThat(found("?company=" + company.id() + "&series=review")).isEmpty();
    assertThat(found("?company=" + company.id() + "&q=100%25")).isEmpty();
  }

  @Test
  @DisplayName("镇街只看所辖企业的文件，不能登记；别的镇街和别的县看不到")
  void aTownshipSeesWhatIsAboutItsCompanies() {
    Company company = company(TOWN);
    String document = "/archive/" + given.of(COUNTY, company.id());
    String town = person(Role.TOWNSHIP, TOWN);

    assertThat(door.page(document, town).code()).isEqualTo(200);
    assertThat(door.page(document, town).page().select("form[method=post][action^=/archive]"))
        .isEmpty();
    assertThat(door.page("/archive?company=" + company.id(), town).page().select("tbody tr"))
        .hasSize(1);
    assertThat(door.page("/archive/new", town).code()).isEqualTo(403);
    assertThat(door.page(document, person(Role.TOWNSHIP, OTHER_TOWN)).code()).isEqualTo(404);
    assertThat(door.page(document, person(Role.OFFICE, "189702")).code()).isEqualTo(404);
    assertThat(door.page(enter("内部", "内" + UUID.randomUUID()), town).code()).isEqualTo(404);
  }

  @Test
  @DisplayName("上级看得到下级立档的文件，列出立档单位，不能代办")
  void thePrefectureSeesWhoseDocumentItIsAndDoesNotActForIt() {
    String document = "/archive/" + given.of(COUNTY, null);
    given.of(PREFECTURE, null);
    String prefecture = person(Role.OFFICE, PREFECTURE);

    assertThat(door.page("/archive", prefecture).page().select("th").eachText()).contains("立档单位");
    assertThat(door.page("/archive", office).page().select("th").eachText()).doesNotContain("立档单位");
    var answer =
        door.form(
            document + "/cancellation",
            prefecture,
            Map.of("reason", "代办", "csrfToken", door.page("/archive", prefecture).formToken()));
    assertThat(answer.code()).isEqualTo(403);
  }

  @Test
  @DisplayName("核验页不用登录，只说是否有效，比对文件不保存")
  void whoeverHoldsThePaperSeesWhetherItHoldsAndNothingElse() throws IOException {
    String subject = "机密题名" + System.nanoTime();
    var entered = given.frozen(COUNTY, null, subject, "正文");
    Listed document = documents.find(entered.id(), new Scope.Whole()).orElseThrow();
    String proof = "/proofs/" + document.token();

    var page = door.page(proof, null);
    assertThat(page.code()).isEqualTo(200);
    assertThat(page.page().select("main").text())
        .contains("有效", entered.number().toString(), document.digest().substring(0, 4))
        .doesNotContain(subject);

    byte[] original = Files.readAllBytes(store.verified(files.of(entered.id()).getFirst().hash()));
    assertThat(compared(proof, original)).contains("✓ 一致", "归档原件");
    byte[] other = original.clone();
    other[0]++;
    assertThat(compared(proof, other)).contains("✕ 不一致");

    act(
        "/archive/" + entered.id(),
        "/archive/" + entered.id() + "/cancellation",
        Map.of("reason", "试验理由"));
    assertThat(door.page(proof, null).page().select("main").text())
        .contains("已作废")
        .doesNotContain("试验理由");
  }

  private String compared(String proof, byte[] file) {
    var answer = postman.send(proof, new Postman.Visitor("", ""), Map.of(), "文件.txt", file);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(new String(answer.body(), UTF_8)).select(".notice").text();
  }

  @Test
  @DisplayName("猜核验码的人几次以后要等")
  void whoeverGuessesHasToWait() {
    List<Integer> answers =
        IntStream.range(0, 6)
            .mapToObj(guess -> door.page("/proofs/" + "A".repeat(42) + guess, null).code())
            .toList();

    assertThat(answers).startsWith(404, 404, 404, 404, 404).last().isEqualTo(429);
    door.forgetLocks();
  }

  @Test
  @DisplayName("核对找出被改动和丢失的文件，逐个指明")
  void aCheckNamesTheFilesThatAreNotWhatWasEntered() throws IOException {
    String unit = "189703";
    region(unit, RegionLevel.COUNTY, PREFECTURE);
    long whole = given.frozen(unit, null, "完好", "完好" + System.nanoTime()).id();
    long changed = given.frozen(unit, null, "改动", "改动" + System.nanoTime()).id();
    long gone = given.frozen(unit, null, "丢失", "丢失" + System.nanoTime()).id();
    Files.writeString(store.verified(files.of(changed).getFirst().hash()), "别的");
    Files.delete(store.verified(files.of(gone).getFirst().hash()));

    checks.run(unit, "试验", _ -> {});

    Checks.Check found = checks.last(unit).orElseThrow();
    assertThat(found.files()).isEqualTo(3);
    assertThat(found.problems())
        .extracting(Checks.Problem::document, Checks.Problem::finding)
        .containsExactly(tuple(changed, "存储的文件与归档时的摘要不符"), tuple(gone, "存储的文件已找不到"));
    String page =
        door.page("/archive/proof", person(Role.OFFICE, unit)).page().select("main").text();
    assertThat(page).contains("2 个不符", "✓ 编号完整", "已编 3 号：缺号 0，重号 0");
    assertThatThrownBy(() -> store.verified(files.of(gone).getFirst().hash()))
        .hasMessageContaining("is gone");
    assertThat(store.verified(files.of(whole).getFirst().hash())).exists();
  }

  @Test
  @DisplayName("移交清单按类别和编号列出，Word 与页面一致")
  void theTransferListHasEveryDocumentOfTheYear() throws IOException {
    String unit = "189704";
    region(unit, RegionLevel.COUNTY, PREFECTURE);
    String keeper = person(Role.OFFICE, unit);
    given.frozen(unit, null, "永久的决定", "一");
    String incoming = enter(keeper, letter("十年的来文", "移" + UUID.randomUUID()));
    int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();

    var page = door.page("/archive/transfer?keep=all&year=" + year, keeper).page();
    var ten = door.page("/archive/transfer?keep=ten&year=" + year, keeper).page();

    assertThat(page.select("tbody th").eachText())
        .containsExactly("入库档〔%d〕1号".formatted(year), "收文档〔%d〕1号".formatted(year));
    assertThat(ten.select("tbody tr")).hasSize(1);
    assertThat(ten.select("tbody a").attr("href")).isEqualTo(incoming);
    byte[] word = postman.fetch("/archive-transfer.docx?keep=all&year=" + year, keeper).body();
    try (var document = new XWPFDocument(new ByteArrayInputStream(word))) {
      XWPFTable table = document.getTables().getFirst();
      assertThat(table.getRow(0).getCell(7).getText()).isEqualTo("存放位置");
      assertThat(
              table.getRows().stream()
                  .map(row -> row.getCell(1).getText())
                  .collect(Collectors.toList()))
          .containsExactly(
              "档案编号", "入库决定", "入库档〔%d〕1号".formatted(year), "收文", "收文档〔%d〕1号".formatted(year));
    }
  }

  @Test
  @DisplayName("新的一份替代旧的，旧的注明由谁替代")
  void aLaterDocumentReplacesAnEarlierOneOnce() {
    long earlier = given.of(COUNTY, null);
    long later = given.replacing(COUNTY, earlier);

    assertThat(shown("/archive/" + earlier)).contains("已由" + number("/archive/" + later) + "替代");
    assertThatThrownBy(() -> given.replacing(COUNTY, earlier)).hasMessageContaining("已经作废或被替代");
  }

  @Test
  @DisplayName("作废了的不再被替代，以后的一份照常登记")
  void whatWasVoidedIsNotReplacedOnceMore() {
    long voided = given.replacing(COUNTY, given.of(COUNTY, null));
    assertThat(archiving.standingAbout(Series.ADMISSION, "test", 0)).contains(voided);

    act("/archive/" + voided, "/archive/" + voided + "/cancellation", Map.of("reason", "登记有误"));

    assertThat(archiving.standingAbout(Series.ADMISSION, "test", 0))
        .isNotEqualTo(Optional.of(voided));
    assertThat(archiving.newestAbout(Series.ADMISSION, "test", 0)).contains(voided);
  }

  @Test
  @DisplayName("两人同时向一份文件上传，都存下来，各有序号")
  void filesThatComeAtOnceAreAllKept() throws Exception {
    String document = enter("同时上传", "同" + UUID.randomUUID());
    byte[] scan = HonestFiles.picture("png", 40);
    var visitor = new Postman.Visitor(office, door.page(document, office).formToken());
    Callable<Integer> upload =
        () -> postman.send(document + "/files", visitor, Map.of(), "收文.png", scan).statusCode();

    List<Integer> codes;
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      codes =
          executor.invokeAll(Collections.nCopies(8, upload)).stream()
              .map(Future::resultNow)
              .toList();
    }

    assertThat(codes).containsOnly(303);
    assertThat(files.of(Long.parseLong(document.replaceFirst(".*/", ""))))
        .extracting(StoredFiles.Stored::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  @DisplayName("登记簿导出逐段接着读：每份一次，次序与列表相同，读的时候新登记的不打乱")
  void theWholeRegisterIsReadPieceByPiece() {
    String unit = "189709";
    region(unit, RegionLevel.COUNTY, PREFECTURE);
    given.many(unit, 1_100);
    RegisterFilter all = RegisterFilter.all();
    Scope scope = new Scope.Region(unit);

    for (String column : VisibleDocuments.ORDERS) {
      for (boolean descending : List.of(true, false)) {
        var sort = new PageRequest.Sort(column, descending);
        List<Long> read = documents.all(all, scope, sort).map(Listed::id).toList();
        assertThat(read)
            .as(sort.toString())
            .isEqualTo(documents.find(all, scope, sort, 2_000, 0).stream().map(Listed::id).toList())
            .doesNotHaveDuplicates()
            .hasSizeGreaterThanOrEqualTo(1_100);
      }
    }
    List<Long> meanwhile = new ArrayList<>();
    documents
        .all(all, scope, VisibleDocuments.NEWEST)
        .forEach(row -> {
          if (meanwhile.isEmpty()) {
            given.of(unit, null);
          }
          meanwhile.add(row.id());
        });
    assertThat(meanwhile).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(1_100);
  }

  @Test
  @DisplayName("每一种归档事项都有去处")
  void everyKindOfDocumentLeadsToWhatItIsAbout() {
    assertThat(origins)
        .extracting(Origin::aboutKind)
        .containsExactlyInAnyOrder(
            "application",
            "notice",
            "holding",
            "review",
            "inspection",
            "bulletin",
            "plan-version",
            "meeting-agenda",
            "meeting-minutes",
            "nomination",
            "import");
  }

  private List<String> found(String query) {
    return door.page("/archive" + query, office).page().select("tbody th a").eachText();
  }

  private static String typed(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private String enter(String subject, String reference) {
    return enter(office, letter(subject, reference));
  }

  private String enter(String keeper, Map<String, String> letter) {
    Map<String, String> all = new HashMap<>(letter);
    all.put("csrfToken", door.page("/archive/new", keeper).formToken());
    var answer = door.form("/archive", keeper, all);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    return answer.location();
  }

  private static Map<String, String> letter(String subject, String reference) {
    return Map.of(
        "series", "incoming", "subject", subject, "counterpart", "试验局", "reference", reference);
  }

  private Door.Answer send(String page, String to, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("csrfToken", door.page(page, office).formToken());
    return door.form(to, office, all);
  }

  private void act(String page, String to, Map<String, String> fields) {
    var answer = send(page, to, fields);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
  }

  private String shown(String path) {
    var answer = door.page(path, office);
    assertThat(answer.code()).as(path).isEqualTo(200);
    return answer.page().select("main").text();
  }

  private String number(String document) {
    return Objects.requireNonNull(door.page(document, office).page().select("h1").first())
        .ownText()
        .strip();
  }

  private static int place(String number) {
    return Integer.parseInt(number.replaceFirst(".*〕", "").replace("号", ""));
  }

  private Company company(String region) {
    return companies.save(
        Company.named(
            "档案" + UUID.randomUUID(), region, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
  }

  private String person(Role role, String region) {
    if (regions.findByCode(region).isEmpty()) {
      region(region, RegionLevel.COUNTY, PREFECTURE);
    }
    NewAccount account =
        NewAccount.of("a" + UUID.randomUUID().toString().substring(0, 12), role, region, "试验");
    opening.open(account, PASSWORD);
    return door.signIn(account.username(), PASSWORD, "/").session();
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "归档" + code, level, parent, "试验"));
    }
  }
}
