package seedbed.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.company.Company;
import seedbed.company.CreditCode;

/// Which company a row means. Only a full name or a code that nothing speaks against is sure;
/// whatever else fits is put to a person.
sealed interface Match {

  record Sure(Company company) implements Match {}

  /// @param about the field that raises the doubt
  record Doubtful(String about, String reason, List<Candidate> candidates) implements Match {
    public Doubtful {
      candidates = List.copyOf(candidates);
    }
  }

  record None() implements Match {}

  /// A company that a row may mean.
  record Candidate(Company company, String why) {}

  /// What a name and a code lead to, companies that the import may not touch left out.
  ///
  /// @param byShortName those whose short name it is
  /// @param byFormerName those that had the name before
  record Clues(
      @Nullable Company byName,
      @Nullable Company byCode,
      List<Company> byShortName,
      List<Company> byFormerName) {

    private boolean alsoCalled(Company company) {
      return byShortName.contains(company) || byFormerName.contains(company);
    }
  }

  /// @param name as it was typed; null where the row has none
  /// @param code null where the row has none
  static Match of(@Nullable String name, @Nullable CreditCode code, Clues clues) {
    Company byCode = clues.byCode();
    Company byName = clues.byName();
    if (byCode != null) {
      return name == null
              || CompanyLookup.key(name).equals(CompanyLookup.key(byCode.name()))
              || clues.alsoCalled(byCode)
          ? new Sure(byCode)
          : new Doubtful(
              Form.CREDIT_CODE,
              "该代码属于“" + byCode.name() + "”，本行名称是“" + name + "”",
              candidates(clues));
    }
    if (byName != null) {
      return code == null || byName.creditCode() == null
          ? new Sure(byName)
          : new Doubtful(
              Form.CREDIT_CODE,
              "库中“" + byName.name() + "”的代码是 " + byName.creditCode() + "，与本行不同",
              candidates(clues));
    }
    List<Candidate> candidates = candidates(clues);
    return candidates.isEmpty()
        ? new None()
        : new Doubtful(Form.NAME, "不是登记的全称，不能确定是哪一家企业", candidates);
  }

  private static List<Candidate> candidates(Clues clues) {
    Map<Long, Candidate> candidates = new LinkedHashMap<>();
    List<Candidate> all = new ArrayList<>();
    if (clues.byCode() != null) {
      all.add(new Candidate(clues.byCode(), "代码相同，名称不同"));
    }
    if (clues.byName() != null) {
      all.add(new Candidate(clues.byName(), "名称相同，代码不同"));
    }
    clues.byFormerName().forEach(company -> all.add(new Candidate(company, "曾用名相同")));
    clues.byShortName().forEach(company -> all.add(new Candidate(company, "简称相同")));
    all.forEach(each -> candidates.putIfAbsent(each.company().id(), each));
    return List.copyOf(candidates.values());
  }
}
