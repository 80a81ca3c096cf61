package seedbed.reward;

import io.micronaut.http.HttpResponse;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.archive.Citing;
import seedbed.company.Known;
import seedbed.reward.VisibleRewards.Row;
import seedbed.web.Choice;
import seedbed.web.Decimals;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// Puts the page of one reward together, as of a day.
@Singleton
class RewardReading {

  static final String SHOW = "rewards/show";

  private final VisibleRewards visible;
  private final Rewards rewards;
  private final Payments payments;
  private final Voidances voidances;
  private final Citing citing;
  private final Permissions permissions;
  private final Clock clock;

  RewardReading(
      VisibleRewards visible,
      Rewards rewards,
      Payments payments,
      Voidances voidances,
      Citing citing,
      Permissions permissions,
      Clock clock) {
    this.visible = visible;
    this.rewards = rewards;
    this.payments = payments;
    this.voidances = voidances;
    this.citing = citing;
    this.permissions = permissions;
    this.clock = clock;
  }

  /// As it is today.
  Row found(long id, Permission permission) {
    return found(id, permission, LocalDate.now(clock));
  }

  Row found(long id, Permission permission, LocalDate day) {
    return visible
        .find(id, new Known(permission.scope(), day))
        .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的奖励登记。"));
  }

  /// One that was found.
  Reward reward(long id) {
    return rewards.findById(id).orElseThrow();
  }

  HttpResponse<?> refused(
      Row row, Permission permission, RewardPage.Typed form, Refusal.Invalid refused) {
    LocalDate today = LocalDate.now(clock);
    return HttpResponse.unprocessableEntity()
        .body(
            new ModelAndView<>(
                SHOW, page(row, permission, today, form, FormErrors.of(refused.errors()))));
  }

  RewardPage page(
      Row row, Permission permission, LocalDate day, RewardPage.Typed typed, FormErrors errors) {
    Long archivedId = row.archivedId();
    boolean stands = row.standing() != Standing.VOIDED;
    boolean keeps =
        stands
            && !day.isBefore(LocalDate.now(clock))
            && permissions.allow(permission.caller(), Act.KEEP_REWARDS);
    List<RewardPage.Paid> history = history(row.id(), day);
    return new RewardPage(
        RewardLists.line(row, Amounts.of(row)),
        row.archived(),
        archivedId == null ? null : citing.page(archivedId, permission).orElse(null),
        row.remark(),
        row.enteredBy(),
        row.enteredAt(),
        history,
        stands ? null : voidances.findByRewardId(row.id()).orElse(null),
        keeps && (row.standing() == Standing.UNPAID || row.standing() == Standing.PARTLY),
        keeps ? choices(history) : List.of(),
        keeps,
        LocalDate.now(clock).toString(),
        typed,
        errors.on(Rewarding.AGAIN) != null || typed.again() != null,
        errors);
  }

  private List<RewardPage.Paid> history(long reward, LocalDate day) {
    Instant end = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    List<Payments.Past> known =
        payments.history(reward).stream()
            .filter(payment -> !payment.paidOn().isAfter(day) && payment.recordedAt().isBefore(end))
            .toList();
    Decimals decimals =
        Decimals.ofMoney(
            known.stream().map(Payments.Past::amount).filter(Objects::nonNull).toList());
    return known.stream().map(payment -> paid(payment, end, decimals)).toList();
  }

  private static RewardPage.Paid paid(Payments.Past payment, Instant end, Decimals decimals) {
    BigDecimal amount = payment.amount();
    Instant voidedAt = payment.voidedAt();
    return new RewardPage.Paid(
        payment.id(),
        payment.paidOn(),
        amount == null ? Amounts.UNKNOWN : decimals.shown(amount),
        payment.remark(),
        payment.recordedBy(),
        payment.recordedAt(),
        voidedAt != null && voidedAt.isBefore(end)
            ? new RewardPage.PaidVoid(
                Objects.requireNonNull(payment.voidReason()),
                Objects.requireNonNull(payment.voidedBy()),
                voidedAt)
            : null);
  }

  private static List<Choice> choices(List<RewardPage.Paid> history) {
    return history.stream()
        .filter(payment -> payment.voided() == null)
        .map(payment ->
            new Choice(
                Long.toString(payment.id()),
                payment.on() + "，" + payment.amount() + named(payment.remark())))
        .toList();
  }

  private static String named(@Nullable String remark) {
    return remark == null ? "" : "，" + remark;
  }
}
