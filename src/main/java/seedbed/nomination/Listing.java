package seedbed.nomination;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Company;
import seedbed.company.CreditCode;
import seedbed.company.Known;
import seedbed.company.VisibleCompanies;
import seedbed.criteria.Titles;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

/// Reads a pasted list, line by line: year, title and company, as cells of a spreadsheet or with
/// commas between them. A list with one wrong line is not taken at all.
@Singleton
class Listing {

  private static final int MOST_LINES = 500;
  private static final int COLUMNS = 3;
  private static final String FIELD = "lines";

  private final VisibleCompanies companies;
  private final Titles titles;
  private final Clock clock;

  Listing(VisibleCompanies companies, Titles titles, Clock clock) {
    this.companies = companies;
    this.titles = titles;
    this.clock = clock;
  }

  List<Nominating.Wish> read(@Nullable String text, Plan plan, Scope scope) {
    List<String> lines = text == null ? List.of() : text.stripTrailing().lines().toList();
    long written = lines.stream().filter(line -> !line.isBlank()).count();
    if (written == 0) {
      throw new Refusal.Invalid(FIELD, "请粘贴名单，每行依次为年度、称号、企业名称。");
    }
    if (written > MOST_LINES) {
      throw new Refusal.Invalid(FIELD, "一次最多 " + MOST_LINES + " 行，现有 " + written + " 行，请分次列入。");
    }
    List<Nominating.Wish> wishes = new ArrayList<>();
    List<FieldError> errors = new ArrayList<>();
    Set<Nominating.Wish> seen = new HashSet<>();
    for (int place = 0; place < lines.size(); place++) {
      if (lines.get(place).isBlank() || (place == 0 && lines.get(0).startsWith("年度"))) {
        continue;
      }
      try {
        Nominating.Wish wish = line(lines.get(place), plan, scope);
        if (!seen.add(wish)) {
          throw new Refusal.Invalid(FIELD, "与前面的一行重复。");
        }
        wishes.add(wish);
      } catch (Refusal.Invalid wrong) {
        errors.add(new FieldError(FIELD, "第 " + (place + 1) + " 行：" + wrong.sentence()));
      }
    }
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid("名单有 " + errors.size() + " 行需要改正，没有列入任何一行。", errors);
    }
    return wishes;
  }

  private Nominating.Wish line(String line, Plan plan, Scope scope) {
    String[] cells = line.strip().split("\\s*[\\t,，]\\s*", -1);
    if (cells.length < COLUMNS) {
      throw new Refusal.Invalid(FIELD, "应有年度、称号、企业名称三列，读到 " + cells.length + " 列。");
    }
    int year = Words.year(cells[0], FIELD);
    if (!plan.holds(year)) {
      throw new Refusal.Invalid(
          FIELD, "计划只含%d年至%d年，没有%d年。".formatted(plan.fromYear(), plan.toYear(), year));
    }
    return new Nominating.Wish(year, title(cells[1]).code(), company(cells[2], scope).id(), null);
  }

  private Titles.Rung title(String named) {
    return titles.ladder().stream()
        .filter(title -> title.kind() != Titles.Kind.POOL)
        .filter(title ->
            title.label().equals(named)
                || title.shortLabel().equals(named)
                || title.code().equals(named))
        .findFirst()
        .orElseThrow(() ->
            new Refusal.Invalid(
                FIELD,
                "没有“%s”这个称号，可用：%s。"
                    .formatted(
                        named,
                        String.join(
                            "、",
                            titles.ladder().reversed().stream()
                                .filter(title -> title.kind() != Titles.Kind.POOL)
                                .map(Titles.Rung::shortLabel)
                                .toList()))));
  }

  /// By full name or credit code; nothing is guessed.
  Company company(@Nullable String named, Scope scope) {
    String wanted = named == null ? "" : named.strip();
    Known known = Known.today(scope, clock);
    Optional<Company> found = companies.named(wanted, known);
    if (found.isEmpty()) {
      found = code(wanted).flatMap(code -> companies.coded(code, known));
    }
    return found.orElseThrow(
        () -> new Refusal.Invalid(FIELD, "没有名称或统一社会信用代码为“" + wanted + "”的企业，请用全称。"));
  }

  private static Optional<CreditCode> code(String typed) {
    return CreditCode.read(typed) instanceof CreditCode.Accepted(var code, _)
        ? Optional.of(code)
        : Optional.empty();
  }
}
