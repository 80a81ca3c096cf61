package seedbed.portfolio;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.CompanyNames;
import seedbed.company.CreditCode;
import seedbed.company.FormerName;
import seedbed.company.FormerNames;
import seedbed.company.Known;

/// Finds companies by a pasted list of names and credit codes. Nothing is guessed: a name is the
/// full one, a former one, or a short one that only one company has.
@Singleton
class NamedCompanies {

  static final int MOST = 500;

  private final Companies companies;
  private final FormerNames formerNames;
  private final CompanyNames names;
  private final Clock clock;

  NamedCompanies(Companies companies, FormerNames formerNames, CompanyNames names, Clock clock) {
    this.companies = companies;
    this.formerNames = formerNames;
    this.names = names;
    this.clock = clock;
  }

  /// What a list was found to mean.
  ///
  /// @param found in the order of the list, each once
  /// @param unknown each with why
  record Found(List<CompanyNames.Named> found, List<Unknown> unknown) {}

  record Unknown(String typed, String why) {}

  /// The lines of a list, without empty ones and repetitions.
  static List<String> lines(@Nullable String typed) {
    return typed == null
        ? List.of()
        : Arrays.stream(typed.split("[\\r\\n;；,，、\\t]+"))
            .map(line -> line.replace('\u3000', ' ').strip())
            .filter(line -> !line.isEmpty())
            .distinct()
            .toList();
  }

  /// @param ticked companies that were chosen on a page
  Found find(Collection<Long> ticked, List<String> lines, Scope scope) {
    Map<String, Set<Long>> meant = meant(lines);
    Set<Long> ids = new LinkedHashSet<>(ticked);
    meant.values().forEach(ids::addAll);
    Map<Long, CompanyNames.Named> seen = names.of(List.copyOf(ids), Known.today(scope, clock));
    Map<Long, CompanyNames.Named> found = new LinkedHashMap<>();
    for (long id : ticked) {
      CompanyNames.Named named = seen.get(id);
      if (named != null) {
        found.put(id, named);
      }
    }
    List<Unknown> unknown = new ArrayList<>();
    for (String line : lines) {
      List<CompanyNames.Named> candidates =
          meant.getOrDefault(line, Set.of()).stream()
              .filter(seen::containsKey)
              .map(seen::get)
              .toList();
      if (candidates.size() == 1) {
        found.put(candidates.getFirst().id(), candidates.getFirst());
      } else {
        unknown.add(new Unknown(line, why(line, candidates)));
      }
    }
    return new Found(List.copyOf(found.values()), unknown);
  }

  private static String why(String line, List<CompanyNames.Named> candidates) {
    if (!candidates.isEmpty()) {
      return "有 "
          + candidates.size()
          + " 家都叫这个名称："
          + String.join("、", candidates.stream().map(CompanyNames.Named::name).limit(5).toList())
          + "，请写全称或信用代码。";
    }
    if (!line.matches("[0-9A-Za-z]{18}")) {
      return "本地区没有叫这个名称的企业，请写营业执照上的全称或信用代码。";
    }
    return switch (CreditCode.read(line)) {
      case CreditCode.Accepted _ -> "本地区没有这个信用代码的企业。";
      case CreditCode.Refused(var reason) -> reason;
    };
  }

  private Map<String, Set<Long>> meant(List<String> lines) {
    Map<String, Set<Long>> meant = new HashMap<>();
    if (lines.isEmpty()) {
      return meant;
    }
    for (Company company : companies.findByNameIn(lines)) {
      add(meant, company.name(), company.id());
    }
    // A former or short name counts where it is nobody's full one.
    Set<String> full = Set.copyOf(meant.keySet());
    for (FormerName former : formerNames.findByNameIn(lines)) {
      addUnless(full, meant, former.name(), former.companyId());
    }
    for (Company company : companies.findByShortNameIn(lines)) {
      addUnless(full, meant, String.valueOf(company.shortName()), company.id());
    }
    coded(lines, meant);
    return meant;
  }

  private void coded(List<String> lines, Map<String, Set<Long>> meant) {
    Map<CreditCode, String> codes = new HashMap<>();
    for (String line : lines) {
      if (line.matches("[0-9A-Za-z]{18}")
          && CreditCode.read(line) instanceof CreditCode.Accepted(var code, var _)) {
        codes.put(code, line);
      }
    }
    if (codes.isEmpty()) {
      return;
    }
    for (Company company : companies.findByCreditCodeIn(codes.keySet())) {
      String line = codes.get(company.creditCode());
      if (line != null) {
        add(meant, line, company.id());
      }
    }
  }

  private static void addUnless(
      Set<String> full, Map<String, Set<Long>> meant, String name, long company) {
    if (!full.contains(name)) {
      add(meant, name, company);
    }
  }

  private static void add(Map<String, Set<Long>> meant, String name, long company) {
    meant.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(company);
  }
}
