package seedbed.figure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import seedbed.web.Address;
import seedbed.web.Refusal;

/// Which of the figures that a unit answers for are to be shown.
///
/// @param company what its name or code contains; empty for all
/// @param indicator its code; empty for all
/// @param year that the period lies in; null for all
record WaitingQuery(State state, String company, String indicator, @Nullable Integer year) {

  private static final int LONGEST_NAME = 60;

  /// How far the answer is.
  enum State {
    WAITING("", "待核实"),
    CONTESTED("contested", "来源不一致"),
    ANSWERED("answered", "已答复");

    private final String code;
    private final String label;

    State(String code, String label) {
      this.code = code;
      this.label = label;
    }

    String code() {
      return code;
    }

    String label() {
      return label;
    }

    private static State of(String code) {
      return Arrays.stream(values())
          .filter(state -> state.code.equals(code))
          .findFirst()
          .orElseThrow(() -> new Refusal.Invalid("show", "没有“" + code + "”这种情况，请从页面上选择。"));
    }
  }

  static WaitingQuery of(
      @Nullable String show,
      @Nullable String company,
      @Nullable String indicator,
      @Nullable String year) {
    String named = text(company);
    if (named.length() > LONGEST_NAME) {
      throw new Refusal.Invalid("company", "企业名称或代码最多 " + LONGEST_NAME + " 字。");
    }
    return new WaitingQuery(State.of(text(show)), named, text(indicator), year(text(year)));
  }

  private static @Nullable Integer year(String typed) {
    if (typed.isEmpty()) {
      return null;
    }
    if (!typed.matches("(19|20)[0-9]{2}")) {
      throw new Refusal.Invalid("year", "“" + typed + "”不是年份，请从页面上选择。");
    }
    return Integer.valueOf(typed);
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  boolean narrowed() {
    return !company.isEmpty() || !indicator.isEmpty() || year != null;
  }

  WaitingQuery in(State wanted) {
    return new WaitingQuery(wanted, company, indicator, year);
  }

  Address of(Address list) {
    return list.with("show", state.code)
        .with("company", company)
        .with("indicator", indicator)
        .with("year", year);
  }
}
