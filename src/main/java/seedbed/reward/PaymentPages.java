package seedbed.reward;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.reward.RewardPage.Typed;
import seedbed.reward.VisibleRewards.Row;
import seedbed.spreadsheet.CellReading;
import seedbed.spreadsheet.Reading;
import seedbed.spreadsheet.SheetCell;
import seedbed.web.Field;
import seedbed.web.Flash;
import seedbed.web.FormReading;
import seedbed.web.Refusal;

/// What the office says of the money of a reward: that it came, and that a payment was entered
/// wrongly.
@Hidden
@Controller("/rewards/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
class PaymentPages {

  private static final String PAID_ON = "paidOn";
  private static final String AMOUNT = "amount";
  private static final String NOTE = "note";
  private static final String PAYMENT = "payment";
  private static final String REASON = "paymentReason";
  private static final int LONGEST_NOTE = 300;

  private final RewardReading reading;
  private final Payments payments;
  private final Paying paying;
  private final Clock clock;

  PaymentPages(RewardReading reading, Payments payments, Paying paying, Clock clock) {
    this.reading = reading;
    this.payments = payments;
    this.paying = paying;
    this.clock = clock;
  }

  @Post("/payments")
  HttpResponse<?> pay(long id, @Body Typed form, Permission permission, Deed deed) {
    Row row = reading.found(id, permission);
    try {
      paying.pay(reading.reward(id), said(form, row), permission.caller().username());
    } catch (Refusal.Invalid refused) {
      return reading.refused(row, permission, form, refused);
    }
    changed(row, permission, deed);
    return Flash.seeOther(RewardPages.address(id), "到位已登记。");
  }

  private Paying.Said said(Typed form, Row row) {
    FormReading fields = new FormReading();
    LocalDate day = fields.read(() -> paidOn(form, row));
    BigDecimal amount =
        fields.read(() -> taken(AMOUNT, CellReading.number(cell(AMOUNT, form.amount()), "万元")));
    String note = fields.read(() -> Field.of(NOTE, form.note()).text(LONGEST_NOTE));
    fields.refuse();
    return new Paying.Said(Objects.requireNonNull(day), amount, note, form.again() != null);
  }

  private LocalDate paidOn(Typed form, Row row) {
    LocalDate day = taken(PAID_ON, CellReading.day(cell(PAID_ON, form.paidOn())));
    if (day == null) {
      throw new Refusal.Invalid(PAID_ON, "请填写到位日期。");
    }
    Grant.wrongDay(day, row.decidedOn(), LocalDate.now(clock))
        .ifPresent(reason -> {
          throw new Refusal.Invalid(PAID_ON, reason + "；请核对日期。");
        });
    return day;
  }

  private static SheetCell cell(String field, @Nullable String typed) {
    return SheetCell.text(Field.of(field, typed).typed());
  }

  private static <T> @Nullable T taken(String field, Reading<T> reading) {
    return switch (reading) {
      case Reading.Given<T>(var value, _) -> value;
      case Reading.Blank<T>() -> null;
      case Reading.Wrong<T>(var reason, var remedy) ->
          throw new Refusal.Invalid(field, reason + "；" + remedy + "。");
    };
  }

  @Post("/payment-voidances")
  HttpResponse<?> voidPayment(long id, @Body Typed form, Permission permission, Deed deed) {
    Row row = reading.found(id, permission);
    try {
      Payments.Past payment = chosen(form, row);
      String reason =
          Field.of(REASON, form.paymentReason()).text(Rewarding.LONGEST_REASON, "请写明这笔到位为什么作废。");
      paying.voidPayment(reading.reward(id), payment.id(), reason, permission.caller().username());
      deed.noted("作废 %s 的到位：%s".formatted(payment.paidOn(), reason));
    } catch (Refusal.Invalid refused) {
      return reading.refused(row, permission, form, refused);
    }
    changed(row, permission, deed);
    return Flash.seeOther(RewardPages.address(id), "这笔到位已作废，登记和原因留在历史里；需要的请重新登记。");
  }

  private Payments.Past chosen(Typed form, Row row) {
    String chosen = Field.of(PAYMENT, form.payment()).typed();
    return payments.history(row.id()).stream()
        .filter(payment -> Long.toString(payment.id()).equals(chosen))
        .findFirst()
        .orElseThrow(() -> new Refusal.Invalid(PAYMENT, "请选择作废哪一笔到位。"));
  }

  private void changed(Row before, Permission permission, Deed deed) {
    deed.changed(
        "到位", before.standing().label(), reading.found(before.id(), permission).standing().label());
  }
}
