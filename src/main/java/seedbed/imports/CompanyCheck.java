package seedbed.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.company.Company;
import seedbed.company.CreditCode;
import seedbed.company.Origin;
import seedbed.company.Region;
import seedbed.company.Track;
import seedbed.spreadsheet.CellReading;
import seedbed.spreadsheet.Reading;
import seedbed.spreadsheet.SheetRow;

/// Checks rows that name companies. A company that is known is completed, never overwritten: what
/// differs is an error, because a file alone does not tell which of the two is right.
final class CompanyCheck implements RowCheck {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_SHORT_NAME = 60;
  private static final int LONGEST_INDUSTRY = 80;
  private static final int LONGEST_PRODUCT = 200;
  private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

  private final Heading heading;
  private final CompanyLookup.Within lookup;
  private final Forms.Places places;
  private final String document;
  private final LocalDate today;
  private final Map<String, Integer> rowByName = new HashMap<>();
  private final Map<CreditCode, Integer> rowByCode = new HashMap<>();

  CompanyCheck(
      Heading heading,
      CompanyLookup.Within lookup,
      Forms.Places places,
      String document,
      LocalDate today) {
    this.heading = heading;
    this.lookup = lookup;
    this.places = places;
    this.document = document;
    this.today = today;
  }

  /// A row as it was read, with what is wrong in it so far.
  private record Draft(
      SheetRow row,
      RowFindings found,
      @Nullable String name,
      @Nullable String shortName,
      @Nullable CreditCode code,
      @Nullable Region region,
      @Nullable String industryCode,
      @Nullable String industryName,
      @Nullable Track track,
      @Nullable String product,
      @Nullable LocalDate foundedOn) {}

  @Override
  public List<Checked> check(List<SheetRow> rows) {
    List<Draft> drafts = rows.stream().map(this::draft).toList();
    CompanyLookup.Found known =
        lookup.find(
            drafts.stream().map(Draft::name).filter(Objects::nonNull).toList(),
            drafts.stream().map(Draft::code).filter(Objects::nonNull).toList());
    List<Checked> checked = new ArrayList<>(rows.size());
    for (Draft draft : drafts) {
      refuseRepetition(draft);
      checked.add(judge(draft, known));
    }
    return checked;
  }

  private Draft draft(SheetRow row) {
    RowFindings found = new RowFindings(heading, row);
    return new Draft(
        row,
        found,
        required(found, Form.NAME, words(found, Form.NAME, LONGEST_NAME)),
        words(found, Form.SHORT_NAME, LONGEST_SHORT_NAME),
        code(found),
        required(found, Form.REGION, region(found)),
        industryCode(found),
        words(found, Form.INDUSTRY_NAME, LONGEST_INDUSTRY),
        required(found, Form.TRACK, track(found)),
        words(found, Form.MAIN_PRODUCT, LONGEST_PRODUCT),
        foundedOn(found));
  }

  private Checked judge(Draft draft, CompanyLookup.Found known) {
    RowFindings found = draft.found();
    String name = draft.name();
    Region region = draft.region();
    Track track = draft.track();
    if (name == null || region == null || track == null || found.wrong()) {
      return new Checked.Wrong(draft.row().number(), null, List.copyOf(found.list()));
    }
    @Nullable Company byCode = draft.code() == null ? null : known.byCode().get(draft.code());
    @Nullable Company byName = known.named(name);
    if (outside(region, byCode, byName, found)) {
      return new Checked.Wrong(draft.row().number(), null, List.copyOf(found.list()));
    }
    if (byCode != null && !CompanyLookup.key(byCode.name()).equals(CompanyLookup.key(name))) {
      found.error(
          Form.CREDIT_CODE,
          "该代码已登记给“" + byCode.name() + "”，本行名称是“" + name + "”",
          "核对代码和名称；库中名称无误的，本行改用库中名称");
    }
    @Nullable Company company = byCode == null ? byName : byCode;
    if (company == null) {
      return Checked.of(
          draft.row().number(),
          new Checked.NewCompany(fresh(draft, name, region, track)),
          found.list());
    }
    return completed(draft, company, region, track);
  }

  private boolean outside(
      Region region, @Nullable Company byCode, @Nullable Company byName, RowFindings found) {
    if (!lookup.covers(region.code())) {
      found.outside(Form.REGION);
    } else if (byCode != null && !lookup.covers(byCode)) {
      found.outside(Form.CREDIT_CODE);
    } else if (byName != null && !lookup.covers(byName)) {
      found.outside(Form.NAME);
    }
    return found.wrong();
  }

  private Company fresh(Draft draft, String name, Region region, Track track) {
    String source = document + "，第 " + draft.row().number() + " 行";
    return Company.named(name, region.code(), track, source, today)
        .withOrigin(Origin.IMPORT)
        .withShortName(draft.shortName())
        .withCreditCode(draft.code())
        .withIndustry(draft.industryCode(), draft.industryName())
        .withMainProduct(draft.product())
        .withFoundedOn(draft.foundedOn());
  }

  private Checked completed(Draft draft, Company company, Region region, Track track) {
    RowFindings found = draft.found();
    String place = places.nameOf(region.code());
    differs(found, Form.REGION, places.nameOf(company.regionCode()), place, place);
    differs(found, Form.TRACK, company.track(), track, track.label());
    CreditCode code = either(found, Form.CREDIT_CODE, company.creditCode(), draft.code());
    String shortName = either(found, Form.SHORT_NAME, company.shortName(), draft.shortName());
    String industry =
        either(found, Form.INDUSTRY_CODE, company.industryCode(), draft.industryCode());
    String label = either(found, Form.INDUSTRY_NAME, company.industryName(), draft.industryName());
    String product = either(found, Form.MAIN_PRODUCT, company.mainProduct(), draft.product());
    LocalDate founded = either(found, Form.FOUNDED_ON, company.foundedOn(), draft.foundedOn());
    Company completed =
        company
            .withCreditCode(code)
            .withShortName(shortName)
            .withIndustry(industry, label)
            .withMainProduct(product)
            .withFoundedOn(founded);
    return completed.equals(company) && !found.wrong()
        ? new Checked.Known(draft.row().number(), List.copyOf(found.list()))
        : Checked.of(draft.row().number(), new Checked.CompletedCompany(completed), found.list());
  }

  private static <T> @Nullable T either(
      RowFindings found, String key, @Nullable T stored, @Nullable T given) {
    if (stored == null) {
      return given;
    }
    if (given != null) {
      differs(found, key, stored, given, given.toString());
    }
    return stored;
  }

  private static void differs(
      RowFindings found, String key, Object stored, Object given, String shown) {
    if (!stored.equals(given)) {
      String before = stored instanceof Track track ? track.label() : stored.toString();
      found.error(
          key,
          "与库中登记的“" + before + "”不同（本行“" + shown + "”）",
          "本格改为与库中一致，或留空（留空不改变库中登记）；导入只补充空缺，不改已登记的内容");
    }
  }

  private void refuseRepetition(Draft draft) {
    int number = draft.row().number();
    if (draft.name() != null) {
      @Nullable Integer earlier = rowByName.putIfAbsent(CompanyLookup.key(draft.name()), number);
      if (earlier != null) {
        draft.found().error(Form.NAME, "与第 " + earlier + " 行是同一家企业", "每家企业只保留一行");
        return;
      }
    }
    if (draft.code() != null) {
      @Nullable Integer earlier = rowByCode.putIfAbsent(draft.code(), number);
      if (earlier != null) {
        draft.found().error(Form.CREDIT_CODE, "与第 " + earlier + " 行的代码相同", "核对营业执照，改正其中一行");
      }
    }
  }

  private static @Nullable String words(RowFindings found, String key, int longest) {
    @Nullable String words = found.taken(key, CellReading.words(found.cell(key)));
    if (words != null && words.length() > longest) {
      found.error(key, "超过 " + longest + " 个字", "缩短后重新填写");
      return null;
    }
    return words;
  }

  private static <T> @Nullable T required(RowFindings found, String key, @Nullable T value) {
    if (value == null && found.cell(key).blank()) {
      found.error(key, "没有填写", "补填");
    }
    return value;
  }

  private static @Nullable CreditCode code(RowFindings found) {
    return found.taken(
        Form.CREDIT_CODE,
        CellReading.words(found.cell(Form.CREDIT_CODE))
            .then(words ->
                switch (CreditCode.read(words)) {
                  case CreditCode.Accepted(var code, var warning) ->
                      new Reading.Given<>(code, warning);
                  case CreditCode.Refused(var reason) ->
                      Reading.wrong(withoutStop(reason), "对照营业执照改正");
                }));
  }

  private @Nullable Region region(RowFindings found) {
    return found.taken(
        Form.REGION,
        CellReading.words(found.cell(Form.REGION))
            .then(words -> {
              Optional<Region> one = places.one(words);
              if (one.isPresent()) {
                return Reading.given(one.get());
              }
              return places.meant(words).isEmpty()
                  ? Reading.wrong("没有“" + words + "”这个镇（区、街道）", "从模板的下拉列表中选择")
                  : Reading.wrong("有几个地方都叫“" + words + "”", "写明所属县（市、区），例如“如皋市" + words + "”");
            }));
  }

  private static @Nullable String industryCode(RowFindings found) {
    return found.taken(
        Form.INDUSTRY_CODE,
        CellReading.words(found.cell(Form.INDUSTRY_CODE))
            .then(words ->
                words.matches("[A-Ta-t]?[0-9]{4}")
                    ? Reading.given(words.substring(words.length() - 4))
                    : Reading.wrong("行业代码应为 4 位数字", "填写《国民经济行业分类》的小类代码，例如 3451")));
  }

  private static @Nullable Track track(RowFindings found) {
    return found.taken(
        Form.TRACK,
        CellReading.words(found.cell(Form.TRACK))
            .then(words -> {
              for (Track track : Track.values()) {
                if (words.equals(track.label())
                    || words.equals(track.code())
                    || words.concat("类").equals(track.label())) {
                  return Reading.given(track);
                }
              }
              return Reading.wrong("“" + words + "”不是企业类别", "填“制造类”或“创新类”");
            }));
  }

  private @Nullable LocalDate foundedOn(RowFindings found) {
    return found.taken(
        Form.FOUNDED_ON,
        CellReading.day(found.cell(Form.FOUNDED_ON))
            .then(day ->
                day.isAfter(today) || day.isBefore(OLDEST)
                    ? Reading.wrong("成立日期 " + day + " 不可能", "对照营业执照改正")
                    : Reading.given(day)));
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith("。") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
