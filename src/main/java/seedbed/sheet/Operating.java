package seedbed.sheet;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A company's operating sheet for one period, with what it handed in.
@MappedEntity("operating_sheet")
record Operating(
    @Id @GeneratedValue long id,
    long companyId,
    int aboutYear,
    int throughMonth,
    Stage stage,
    LocalDate dueOn,
    @Nullable BigDecimal sales,
    @Nullable BigDecimal forecast,
    @Nullable BigDecimal marketShare,
    @Nullable BigDecimal newCustomers,
    @Nullable BigDecimal rdExpense,
    @Nullable BigDecimal orders,
    @Version long version) {

  enum Stage {
    DRAFT("填写中"),
    SUBMITTED("已提交"),
    SEEN("镇（街道）已阅");

    private final String label;

    Stage(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /// What can be done with it.
  enum Move {
    SUBMIT("提交", Stage.DRAFT, Stage.SUBMITTED),
    WITHDRAW("撤回", Stage.SUBMITTED, Stage.DRAFT),
    SEE("已阅", Stage.SUBMITTED, Stage.SEEN),
    RETURN("退回修改", Stage.SUBMITTED, Stage.DRAFT),
    /// It was looked at, and found wrong afterwards.
    REOPEN("退回更正", Stage.SEEN, Stage.DRAFT);

    private final String label;
    private final Stage from;
    private final Stage to;

    Move(String label, Stage from, Stage to) {
      this.label = label;
      this.from = from;
      this.to = to;
    }

    public String label() {
      return label;
    }

    Stage from() {
      return from;
    }

    Stage to() {
      return to;
    }
  }

  static Operating begun(long company, OperatingPeriod period, LocalDate due) {
    return new Operating(
        0,
        company,
        period.year(),
        period.throughMonth(),
        Stage.DRAFT,
        due,
        null,
        null,
        null,
        null,
        null,
        null,
        0);
  }

  OperatingPeriod period() {
    return new OperatingPeriod(aboutYear, throughMonth);
  }

  boolean writable() {
    return stage == Stage.DRAFT;
  }

  /// What stands as handed in: nothing before it was, nor after it was taken or sent back.
  OperatingNumbers handedIn() {
    return writable() ? OperatingNumbers.NONE : numbers();
  }

  private OperatingNumbers numbers() {
    Map<OperatingField, BigDecimal> numbers = new EnumMap<>(OperatingField.class);
    for (OperatingField field : OperatingField.values()) {
      BigDecimal value = value(field);
      if (value != null) {
        numbers.put(field, value);
      }
    }
    return new OperatingNumbers(numbers);
  }

  private @Nullable BigDecimal value(OperatingField field) {
    return switch (field) {
      case SALES -> sales;
      case FORECAST -> forecast;
      case MARKET_SHARE -> marketShare;
      case NEW_CUSTOMERS -> newCustomers;
      case RD_EXPENSE -> rdExpense;
      case ORDERS -> orders;
    };
  }

  Operating moved(Move move) {
    return in(move.to(), numbers());
  }

  Operating saying(OperatingNumbers numbers) {
    return in(stage, numbers);
  }

  private Operating in(Stage newStage, OperatingNumbers said) {
    Map<OperatingField, BigDecimal> numbers = said.numbers();
    return new Operating(
        id,
        companyId,
        aboutYear,
        throughMonth,
        newStage,
        dueOn,
        numbers.get(OperatingField.SALES),
        numbers.get(OperatingField.FORECAST),
        numbers.get(OperatingField.MARKET_SHARE),
        numbers.get(OperatingField.NEW_CUSTOMERS),
        numbers.get(OperatingField.RD_EXPENSE),
        numbers.get(OperatingField.ORDERS),
        version);
  }
}
