package seedbed.imports;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.CompanyList;
import seedbed.company.CompanyPage;
import seedbed.company.CompanySearch;
import seedbed.company.CreditCode;
import seedbed.company.FormerName;
import seedbed.company.FormerNames;
import seedbed.spreadsheet.CellReading;

/// Finds the companies that rows speak of, many rows at once.
@Singleton
class CompanyLookup {

  private static final int AT_ONCE = 500;
  private static final int SUGGESTED = 3;

  /// Those found, by credit code and by name. A name or code is given once in the whole land, so
  /// those that the import may not touch are among them.
  record Found(
      Map<CreditCode, Company> byCode,
      Map<String, Company> byName,
      Map<String, List<Company>> byShortName,
      Map<String, List<Company>> byFormerName) {

    @Nullable Company named(String name) {
      return byName.get(key(name));
    }

    List<Company> called(String shortName) {
      return byShortName.getOrDefault(key(shortName), List.of());
    }

    List<Company> onceNamed(String formerName) {
      return byFormerName.getOrDefault(key(formerName), List.of());
    }
  }

  private final Companies companies;
  private final FormerNames formerNames;
  private final CompanyList list;
  private final Matches matches;
  private final Clock clock;

  CompanyLookup(
      Companies companies,
      FormerNames formerNames,
      CompanyList list,
      Matches matches,
      Clock clock) {
    this.companies = companies;
    this.formerNames = formerNames;
    this.list = list;
    this.matches = matches;
    this.clock = clock;
  }

  /// Bound to what an import may touch.
  Within within(Import upload) {
    return new Within(upload.within(), chosen(upload));
  }

  /// The look-up of one import.
  final class Within {
    private final Scope.Region region;
    private final Map<Integer, Company> chosen;

    private Within(Scope.Region region, Map<Integer, Company> chosen) {
      this.region = region;
      this.chosen = chosen;
    }

    /// The company that somebody said a row means; null where nobody did.
    @Nullable Company chosen(int row) {
      @Nullable Company company = chosen.get(row);
      return company == null || !covers(company) ? null : company;
    }

    Found find(Collection<String> names, Collection<CreditCode> codes) {
      return CompanyLookup.this.find(names, codes);
    }

    /// Companies that the words may mean, for somebody who mistyped.
    List<Company> suggestions(String words) {
      return CompanyLookup.this.suggestions(words, region);
    }

    boolean covers(Company company) {
      return covers(company.regionCode());
    }

    boolean covers(String regionCode) {
      return regionCode.startsWith(region.code());
    }
  }

  private Found find(Collection<String> names, Collection<CreditCode> codes) {
    Map<String, Company> byName = new HashMap<>();
    for (Company company : inSlices(spellings(names), companies::findByNameIn)) {
      byName.put(key(company.name()), company);
    }
    Map<CreditCode, Company> byCode = new HashMap<>();
    for (Company company : inSlices(Set.copyOf(codes), companies::findByCreditCodeIn)) {
      CreditCode code = company.creditCode();
      if (code != null) {
        byCode.put(code, company);
      }
    }
    return new Found(byCode, byName, shortNamed(names), onceNamed(names));
  }

  private Map<String, List<Company>> shortNamed(Collection<String> names) {
    Map<String, List<Company>> found = new HashMap<>();
    for (Company company : inSlices(spellings(names), companies::findByShortNameIn)) {
      add(found, String.valueOf(company.shortName()), company);
    }
    return found;
  }

  private Map<String, List<Company>> onceNamed(Collection<String> names) {
    List<FormerName> former = inSlices(spellings(names), formerNames::findByNameIn);
    Map<Long, Company> byId =
        byId(former.stream().map(FormerName::companyId).collect(Collectors.toUnmodifiableSet()));
    Map<String, List<Company>> found = new HashMap<>();
    for (FormerName name : former) {
      @Nullable Company company = byId.get(name.companyId());
      if (company != null) {
        add(found, name.name(), company);
      }
    }
    return found;
  }

  private static void add(Map<String, List<Company>> found, String name, Company company) {
    found.computeIfAbsent(key(name), _ -> new ArrayList<>()).add(company);
  }

  private Map<Integer, Company> chosen(Import upload) {
    Map<Integer, Long> wanted = matches.chosen(upload.id());
    Map<Long, Company> byId = byId(Set.copyOf(wanted.values()));
    Map<Integer, Company> chosen = new HashMap<>();
    wanted.forEach((row, id) -> {
      @Nullable Company company = byId.get(id);
      if (company != null) {
        chosen.put(row, company);
      }
    });
    return chosen;
  }

  private Map<Long, Company> byId(Set<Long> ids) {
    return inSlices(ids, companies::findByIdIn).stream()
        .collect(Collectors.toMap(Company::id, company -> company));
  }

  private List<Company> suggestions(String words, Scope scope) {
    CompanySearch search =
        new CompanySearch(
            words,
            null,
            null,
            null,
            null,
            LocalDate.now(clock),
            CompanySearch.Sort.NAME,
            false,
            1,
            SUGGESTED);
    List<Long> ids = list.find(search, scope).rows().stream().map(CompanyPage.Row::id).toList();
    return ids.isEmpty() ? List.of() : companies.findByIdIn(ids);
  }

  /// Names are the same whatever the width of their brackets and the spaces between.
  static String key(String name) {
    return CellReading.tidy(name).replaceAll("\\s", "");
  }

  // The database may hold a name with full-width or half-width brackets.
  private static Set<String> spellings(Collection<String> names) {
    Set<String> spellings = new LinkedHashSet<>();
    for (String name : names) {
      String key = key(name);
      spellings.add(key);
      spellings.add(key.replace('(', '（').replace(')', '）'));
    }
    return spellings;
  }

  private static <T, R> List<R> inSlices(Set<T> wanted, Function<Collection<T>, List<R>> finder) {
    List<T> all = List.copyOf(wanted);
    List<R> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      found.addAll(finder.apply(all.subList(from, Math.min(from + AT_ONCE, all.size()))));
    }
    return found;
  }
}
