package seedbed.inspection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.InspectionRules;

/// Before whose inspection the government and the linked leader are told: 皋政办发〔2021〕87号 四（四）,
/// companies that are 小巨人 or 单项冠军 at the level of 南通 or above. Special inspections ordered from
/// above and necessary ones for safety or environment are exempt, and no filing ever holds up an
/// inspection that the law requires.
record FilingDuty(InspectionRules rules) {

  /// Whether a company calls for a filing on a day.
  enum Answer {
    /// It holds a title that does.
    CALLED,
    /// Its register of titles is complete and has none.
    NONE,
    /// None is registered, and nobody has said that the register is complete: never taken for none.
    UNKNOWN
  }

  /// Why an inspection need not be filed beforehand; it still may be.
  enum Exemption {
    ORDERED("上级安排的专项检查"),
    NECESSARY("必要的安全环保检查");

    private final String label;

    Exemption(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /// What kind of inspection it is to be, as far as that is said yet.
  ///
  /// @param necessary whether the unit says that it is necessary
  record Plan(
      @Nullable Kind kind, @Nullable Origin origin, @Nullable Area area, boolean necessary) {

    static final Plan UNSAID = new Plan(null, null, null, false);
  }

  /// Those of the titles that call for a filing.
  List<String> calledForBy(List<String> held) {
    return rules.titles().stream().filter(held::contains).toList();
  }

  /// @param held titles that are valid on the day
  /// @param complete whether the register of titles was complete on it
  Answer of(List<String> held, boolean complete) {
    if (!calledForBy(held).isEmpty()) {
      return Answer.CALLED;
    }
    return complete ? Answer.NONE : Answer.UNKNOWN;
  }

  /// A special inspection that the unit orders by itself is not one ordered from above, and an
  /// inspection for safety is not necessary by being one.
  Optional<Exemption> exemption(Plan plan) {
    if (plan.origin() == Origin.ORDERED && plan.kind() == Kind.SPECIAL) {
      return Optional.of(Exemption.ORDERED);
    }
    Area area = plan.area();
    return area != null && plan.necessary() && rules.exemptAreas().contains(area.code())
        ? Optional.of(Exemption.NECESSARY)
        : Optional.empty();
  }

  /// Whether it has to be filed beforehand; a register that nobody checked is answered with yes,
  /// since a filing harms nobody.
  boolean beforehand(Answer answer, Plan plan) {
    return answer != Answer.NONE && exemption(plan).isEmpty();
  }
}
