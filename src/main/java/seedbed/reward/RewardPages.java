package seedbed.reward;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.archive.Citing;
import seedbed.audit.Deed;
import seedbed.company.Company;
import seedbed.company.CreditCode;
import seedbed.company.Known;
import seedbed.company.VisibleCompanies;
import seedbed.criteria.Level;
import seedbed.reward.Grant.Part;
import seedbed.reward.VisibleRewards.Row;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.ChosenDay;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.PageRequest;
import seedbed.web.Refusal;

/// The register of rewards as a list and one by one, and what the office writes into it.
@Hidden
@Controller("/rewards")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class RewardPages {

  private static final String SHOW = "rewards/show";
  private static final String NEW = "rewards/new";

  private final RewardLists lists;
  private final VisibleRewards visible;
  private final Rewards rewards;
  private final Payments payments;
  private final Voidances voidances;
  private final Rewarding rewarding;
  private final VisibleCompanies companies;
  private final Citing citing;
  private final Permissions permissions;
  private final Clock clock;

  RewardPages(
      RewardLists lists,
      VisibleRewards visible,
      Rewards rewards,
      Payments payments,
      Voidances voidances,
      Rewarding rewarding,
      VisibleCompanies companies,
      Citing citing,
      Permissions permissions,
      Clock clock) {
    this.lists = lists;
    this.visible = visible;
    this.rewards = rewards;
    this.payments = payments;
    this.voidances = voidances;
    this.rewarding = rewarding;
    this.companies = companies;
    this.citing = citing;
    this.permissions = permissions;
    this.clock = clock;
  }

  /// A page beyond the end leads to the last one.
  @Get
  HttpResponse<?> index(
      @RequestBean RewardFilter filter,
      PageRequest page,
      ChosenDay chosen,
      Permission permission,
      HttpRequest<?> request) {
    Address here = Address.of(request);
    RewardList shown = lists.list(filter, page, chosen, here, permission);
    return shown.pager().beyond()
        ? HttpResponse.seeOther(here.with("page", shown.pager().pages()).uri())
        : HttpResponse.ok(new ModelAndView<>("rewards/index", shown));
  }

  @Get("/new")
  @View(NEW)
  RewardPage.Blank form(@Nullable @QueryValue Long company, Permission permission) {
    Known known = Known.today(permission.scope(), clock);
    return blank(
        RewardForm.of(
            company == null
                ? null
                : companies.find(company, known).map(Company::name).orElse(null)),
        permission,
        FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> enter(@Body RewardForm form, Permission permission, Deed deed) {
    try {
      List<FieldError> errors = new ArrayList<>();
      Company company = company(form.company(), permission, errors);
      Long archived = archived(form.archived(), permission, errors);
      Grant grant = form.grant(archived, errors);
      long id =
          rewarding.enter(
              Objects.requireNonNull(company).id(),
              grant,
              form.again() != null,
              permission.caller().username());
      deed.about("reward", id).noted("登记奖励：%d 年度“%s”".formatted(grant.year(), grant.item()));
      return Flash.seeOther(address(id), "奖励已登记" + (grant.paidOn() == null ? "，资金到位后请登记到位。" : "。"));
    } catch (Refusal.Invalid refused) {
      return HttpResponse.unprocessableEntity()
          .body(new ModelAndView<>(NEW, blank(form, permission, FormErrors.of(refused.errors()))));
    }
  }

  // Null, and said so, where there is none.
  private @Nullable Company company(
      @Nullable String typed, Permission permission, List<FieldError> errors) {
    String text = RewardForm.text(typed);
    if (text == null) {
      errors.add(new FieldError(Part.COMPANY.field(), "请填写受奖企业的全称或统一社会信用代码。"));
      return null;
    }
    Known known = Known.today(permission.scope(), clock);
    Optional<Company> found =
        switch (CreditCode.read(text)) {
          case CreditCode.Accepted(var code, _) -> companies.coded(code, known);
          case CreditCode.Refused _ -> companies.named(text, known);
        };
    if (found.isEmpty()) {
      errors.add(new FieldError(Part.COMPANY.field(), "管辖范围内没有“" + text + "”。请填写企业全称或统一社会信用代码。"));
    }
    return found.orElse(null);
  }

  private @Nullable Long archived(
      @Nullable String typed, Permission permission, List<FieldError> errors) {
    String number = RewardForm.text(typed);
    if (number == null) {
      return null;
    }
    Optional<Long> found = citing.find(number, permission.caller().regionCode());
    if (found.isEmpty()) {
      errors.add(
          new FieldError(Part.ARCHIVED.field(), "本单位档案中没有编号为“" + number + "”的有效文件；请核对编号，尚未归档的留空。"));
    }
    return found.orElse(null);
  }

  private RewardPage.Blank blank(RewardForm typed, Permission permission, FormErrors errors) {
    return new RewardPage.Blank(
        typed,
        Arrays.stream(Level.values())
            .map(level -> new Choice(level.code(), level.label()))
            .toList(),
        visible.items(Known.today(permission.scope(), clock)),
        errors.on("again") != null || typed.again() != null,
        LocalDate.now(clock).toString(),
        errors);
  }

  @Get("/{id}")
  @View(SHOW)
  RewardPage show(long id, ChosenDay chosen, Permission permission) {
    return page(
        found(id, permission, chosen.day()),
        permission,
        chosen.day(),
        RewardPage.Typed.NOTHING,
        FormErrors.NONE);
  }

  @Post("/{id}/payments")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> pay(long id, @Body RewardPage.Typed form, Permission permission, Deed deed) {
    Row row = found(id, permission, LocalDate.now(clock));
    try {
      List<FieldError> errors = new ArrayList<>();
      LocalDate day = RewardForm.day("paidOn", form.paidOn(), errors);
      if (day == null && errors.isEmpty()) {
        errors.add(new FieldError("paidOn", "请填写到位日期。"));
      }
      BigDecimal amount = RewardForm.amount("amount", form.amount(), errors);
      if (!errors.isEmpty()) {
        throw new Refusal.Invalid(errors.getFirst().message(), errors);
      }
      rewarding.pay(
          reward(id),
          Objects.requireNonNull(day),
          amount,
          RewardForm.text(form.remark()),
          permission.caller().username());
      deed.changed(
          "到位",
          row.standing().label(),
          found(id, permission, LocalDate.now(clock)).standing().label());
      return Flash.seeOther(address(id), "到位已登记。");
    } catch (Refusal.Invalid refused) {
      return refused(row, permission, form, refused);
    }
  }

  @Post("/{id}/voidance")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> voidEntry(
      long id, @Body RewardPage.Typed form, Permission permission, Deed deed) {
    Row row = found(id, permission, LocalDate.now(clock));
    String reason = RewardForm.text(form.reason());
    try {
      rewarding.voidEntry(reward(id), reason, permission.caller().username());
      deed.changed("登记", "有效", "作废").noted("作废：" + reason);
      return Flash.seeOther(address(id), "已作废，登记和原因留在历史里；需要的请重新登记。");
    } catch (Refusal.Invalid refused) {
      return refused(row, permission, form, refused);
    }
  }

  private HttpResponse<?> refused(
      Row row, Permission permission, RewardPage.Typed form, Refusal.Invalid refused) {
    return HttpResponse.unprocessableEntity()
        .body(
            new ModelAndView<>(
                SHOW,
                page(
                    row, permission, LocalDate.now(clock), form, FormErrors.of(refused.errors()))));
  }

  private RewardPage page(
      Row row, Permission permission, LocalDate day, RewardPage.Typed typed, FormErrors errors) {
    Long archivedId = row.archivedId();
    boolean keeps =
        !day.isBefore(LocalDate.now(clock))
            && permissions.allow(permission.caller(), Act.KEEP_REWARDS);
    boolean stands = row.standing() != Standing.VOIDED;
    return new RewardPage(
        RewardLists.line(row),
        row.archived(),
        archivedId == null ? null : citing.page(archivedId, permission).orElse(null),
        row.remark(),
        row.enteredBy(),
        row.enteredAt(),
        payments.findByRewardIdOrderByPaidOn(row.id()).stream()
            .filter(payment -> known(payment, day))
            .map(payment ->
                new RewardPage.Paid(
                    payment.paidOn(),
                    Amounts.shown(payment.amount()),
                    payment.remark(),
                    payment.recordedBy(),
                    payment.recordedAt()))
            .toList(),
        stands ? null : voidances.findByRewardId(row.id()).orElse(null),
        keeps && (row.standing() == Standing.UNPAID || row.standing() == Standing.PARTLY),
        keeps && stands,
        LocalDate.now(clock).toString(),
        typed,
        errors);
  }

  private boolean known(Payment payment, LocalDate day) {
    return !payment.paidOn().isAfter(day)
        && payment.recordedAt().isBefore(day.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
  }

  private Reward reward(long id) {
    return rewards.findById(id).orElseThrow();
  }

  private Row found(long id, Permission permission, LocalDate day) {
    return visible
        .find(id, new Known(permission.scope(), day))
        .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的奖励登记。"));
  }

  static Address address(long id) {
    return Address.of("/rewards/" + id);
  }
}
