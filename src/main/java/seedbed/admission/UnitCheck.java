package seedbed.admission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a unit answers about the figures of an application that it owns.
///
/// @param opinion null until it answered
record UnitCheck(
    String unit,
    @Nullable Opinion opinion,
    @Nullable String note,
    @Nullable String answeredBy,
    @Nullable LocalDate answeredOn) {

  enum Opinion {
    TRUE("属实"),
    DOUBTED("有异议");

    private final String label;

    Opinion(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  public boolean open() {
    return opinion == null;
  }

  public boolean doubted() {
    return opinion == Opinion.DOUBTED;
  }
}
