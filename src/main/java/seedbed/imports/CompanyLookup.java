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
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.CompanyList;
import seedbed.company.CompanyPage;
import seedbed.company.CompanySearch;
import seedbed.company.CreditCode;
import seedbed.spreadsheet.CellReading;

/// Finds the companies that rows speak of, many rows at once.
@Singleton
class CompanyLookup {

  private static final int AT_ONCE = 500;
  private static final int SUGGESTED = 3;

  /// Those found, by credit code and by name. A name or code is given once in the whole land, so
  /// those that the import may not touch are among them.
  record Found(Map<CreditCode, Company> byCode, Map<String, Company> byName) {

    @Nullable Company named(String name) {
      return byName.get(key(name));
    }
  }

  private final Companies companies;
  private final CompanyList list;
  private final Clock clock;

  CompanyLookup(Companies companies, CompanyList list, Clock clock) {
    this.companies = companies;
    this.list = list;
    this.clock = clock;
  }

  /// Bound to what an import may touch.
  Within within(Import upload) {
    return new Within(upload.within());
  }

  /// The look-up of one import.
  final class Within {
    private final Scope.Region region;

    private Within(Scope.Region region) {
      this.region = region;
    }

    Found find(Collection<String> names, Collection<CreditCode> codes) {
      return CompanyLookup.this.find(names, codes);
    }

    /// Names of companies that the words may mean, for somebody who mistyped or used a short name.
    List<String> suggestions(String words) {
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
    return new Found(byCode, byName);
  }

  private List<String> suggestions(String words, Scope scope) {
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
    return list.find(search, scope).rows().stream().map(CompanyPage.Row::name).toList();
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

  private static <T> List<Company> inSlices(
      Set<T> wanted, Function<Collection<T>, List<Company>> finder) {
    List<T> all = List.copyOf(wanted);
    List<Company> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      found.addAll(finder.apply(all.subList(from, Math.min(from + AT_ONCE, all.size()))));
    }
    return found;
  }
}
