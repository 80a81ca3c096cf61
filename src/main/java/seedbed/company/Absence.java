package seedbed.company;

import seedbed.web.ChosenDay;
import seedbed.web.Refusal;

/// How a page of a day says that a company is not there: in the same words whether it does not
/// exist, may not be seen, or was registered later.
public final class Absence {

  private Absence() {}

  public static Refusal.Absent of(long id, ChosenDay chosen) {
    return new Refusal.Absent(
        chosen.past()
            ? "没有编号为 " + id + " 的企业，或者该企业在 " + chosen.day() + " 还没有登记。"
            : "没有编号为 " + id + " 的企业。");
  }
}
