package seedbed.seed;

import static seedbed.seed.SeedFile.optional;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Registration;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.company.Track;
import seedbed.figure.Figure;
import seedbed.figure.Period;
import seedbed.figure.Remark;
import seedbed.figure.Remarks;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.figure.Value;

/// The region tree, and the companies with what documents publish about them.
@Singleton
class SourceDocuments {

  private static final String REPORTER = "文件摘录";

  /// The files that name companies, with the column that does.
  private static final Map<String, String> NAMING =
      Map.of(
          "companies.csv", "name",
          "titles.csv", "company",
          "figures.csv", "company",
          "remarks.csv", "company",
          "nominations-2021-2023.csv", "company");

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Regions regions;
  private final Registration registration;
  private final Reporting reporting;
  private final Remarks remarks;

  SourceDocuments(
      Regions regions, Registration registration, Reporting reporting, Remarks remarks) {
    this.regions = regions;
    this.registration = registration;
    this.reporting = reporting;
    this.remarks = remarks;
  }

  /// Adds the regions that are not there yet.
  void loadRegions(Path directory) {
    for (NamedCsvRecord row : SeedFile.read(directory, "regions.csv").rows()) {
      if (regions.findByCode(row.getField("code")).isEmpty()) {
        regions.save(
            new Region(
                row.getField("code"),
                row.getField("name"),
                RegionLevel.valueOf(row.getField("level")),
                optional(row, "parent_code"),
                row.getField("source")));
      }
    }
  }

  void loadCompanies(Path directory) {
    Map<String, LocalDate> knownOn = knownOn(directory);
    Map<String, LocalDate> firstNamed = firstNamed(directory, knownOn);
    List<Company> companies =
        SeedFile.read(directory, "companies.csv").rows().stream()
            .map(row -> company(row, firstNamed))
            .toList();
    List<Long> ids = registration.register(companies);
    Map<String, Long> idByName = HashMap.newHashMap(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      idByName.put(companies.get(i).name(), ids.get(i));
    }
    registration.hold(titles(directory, idByName, knownOn));
    reporting.report(figures(directory, idByName, knownOn));
    List<Remark> said = new ArrayList<>(remarks(directory, idByName));
    said.addAll(nominations(directory, idByName));
    remarks.saveAll(said);
  }

  private static Company company(NamedCsvRecord row, Map<String, LocalDate> firstNamed) {
    String name = row.getField("name");
    String note = optional(row, "note");
    return Company.named(
            name,
            row.getField("region"),
            Track.valueOf(row.getField("track").toUpperCase(Locale.ROOT)),
            place(row) + "：" + row.getField("quote"),
            Objects.requireNonNull(firstNamed.get(name), "every row names its document"))
        .withShortName(optional(row, "short_name"))
        .withNote("类别：" + row.getField("track_basis") + "。" + (note == null ? "" : note + "。"));
  }

  /// What a document says is known from the day it came out, not from the day it was typed in.
  private static Map<String, LocalDate> knownOn(Path directory) {
    Map<String, LocalDate> days = new HashMap<>();
    for (NamedCsvRecord row : SeedFile.read(directory, "documents.csv").rows()) {
      days.put(row.getField("document"), LocalDate.parse(row.getField("known_on")));
    }
    return days;
  }

  /// A company is known from the day of the earliest document that names it.
  private static Map<String, LocalDate> firstNamed(Path directory, Map<String, LocalDate> knownOn) {
    Map<String, LocalDate> days = new HashMap<>();
    NAMING.forEach((file, column) ->
        SeedFile.read(directory, file)
            .rows()
            .forEach(row ->
                days.merge(
                    row.getField(column),
                    knownOn(row, knownOn),
                    (one, other) -> one.isBefore(other) ? one : other)));
    return days;
  }

  private static LocalDate knownOn(NamedCsvRecord row, Map<String, LocalDate> days) {
    LocalDate day = days.get(row.getField("source_document"));
    if (day == null) {
      throw new IllegalStateException("documents.csv 中没有文件：" + row.getField("source_document"));
    }
    return day;
  }

  private static List<TitleHolding> titles(
      Path directory, Map<String, Long> idByName, Map<String, LocalDate> knownOn) {
    return SeedFile.read(directory, "titles.csv").rows().stream()
        .map(row ->
            new TitleHolding(
                0,
                id(row, idByName),
                row.getField("title"),
                LocalDate.parse(row.getField("held_from")),
                FromPrecision.valueOf(row.getField("from_precision")),
                null,
                knownOn(row, knownOn),
                null,
                null,
                row.getField("document_no"),
                null,
                place(row) + "：" + row.getField("quote")))
        .toList();
  }

  private static List<Figure> figures(
      Path directory, Map<String, Long> idByName, Map<String, LocalDate> knownOn) {
    return SeedFile.read(directory, "figures.csv").rows().stream()
        .map(row ->
            Figure.reported(
                id(row, idByName),
                row.getField("indicator"),
                period(row.getField("period")),
                value(row.getField("value")),
                new Source(
                    row.getField("source_document"),
                    row.getField("source_place") + "：" + row.getField("quote")),
                REPORTER,
                knownOn(row, knownOn).atStartOfDay(CHINA).toInstant()))
        .toList();
  }

  private static List<Remark> remarks(Path directory, Map<String, Long> idByName) {
    return SeedFile.read(directory, "remarks.csv").rows().stream()
        .map(row ->
            new Remark(
                0,
                id(row, idByName),
                row.getField("subject"),
                row.getField("span"),
                row.getField("wording"),
                number(optional(row, "number")),
                optional(row, "unit"),
                row.getField("source_document"),
                row.getField("source_place")))
        .toList();
  }

  /// A nomination is a plan of the city, not a title; so it is a remark.
  private static List<Remark> nominations(Path directory, Map<String, Long> idByName) {
    return SeedFile.read(directory, "nominations-2021-2023.csv").rows().stream()
        .map(row ->
            new Remark(
                0,
                id(row, idByName),
                "三年培育计划",
                row.getField("year") + "年",
                row.getField("project"),
                null,
                null,
                row.getField("source_document"),
                row.getField("source_place")))
        .toList();
  }

  private static String place(NamedCsvRecord row) {
    return row.getField("source_document") + " " + row.getField("source_place");
  }

  private static long id(NamedCsvRecord row, Map<String, Long> idByName) {
    Long id = idByName.get(row.getField("company"));
    if (id == null) {
      throw new IllegalStateException("companies.csv 中没有企业：" + row.getField("company"));
    }
    return id;
  }

  private static Period period(String text) {
    return text.length() == 4
        ? Period.year(Integer.parseInt(text))
        : Period.day(LocalDate.parse(text));
  }

  private static Value value(String text) {
    return Character.isDigit(text.charAt(0)) ? Value.number(text) : Value.word(text);
  }

  private static @Nullable BigDecimal number(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
