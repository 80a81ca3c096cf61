package seedbed.reward;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.archive.Citing;
import seedbed.audit.Deed;
import seedbed.company.Company;
import seedbed.company.CreditCode;
import seedbed.company.Known;
import seedbed.company.VisibleCompanies;
import seedbed.criteria.Level;
import seedbed.reward.Grant.Fault;
import seedbed.reward.Grant.Part;
import seedbed.web.Choice;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// The form by which the office enters a reward: everything that is wrong is told at once, and
/// amounts that are hardly meant so are asked about.
@Hidden
@Controller("/rewards")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class RewardEntryPages {

  private static final String NEW = "rewards/new";
  private static final String AWARE = "aware";

  private final VisibleRewards visible;
  private final Rewarding rewarding;
  private final VisibleCompanies companies;
  private final Citing citing;
  private final Clock clock;

  RewardEntryPages(
      VisibleRewards visible,
      Rewarding rewarding,
      VisibleCompanies companies,
      Citing citing,
      Clock clock) {
    this.visible = visible;
    this.rewarding = rewarding;
    this.companies = companies;
    this.citing = citing;
    this.clock = clock;
  }

  /// A form as far as it was understood.
  ///
  /// @param faults in the order of the form
  private record Sent(@Nullable Company company, GrantDraft draft, List<Fault> faults) {}

  @Get("/new")
  @View(NEW)
  RewardPage.Blank form(@Nullable @QueryValue String company, Permission permission) {
    Known known = Known.today(permission.scope(), clock);
    Optional<Company> meant =
        company != null && company.matches("[0-9]{1,18}")
            ? companies.find(Long.parseLong(company), known)
            : Optional.empty();
    return blank(
        RewardForm.of(meant.map(Company::name).orElse(null)), permission, FormErrors.NONE, null);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> enter(@Body RewardForm form, Permission permission, Deed deed) {
    Sent sent = read(form, permission);
    try {
      List<FieldError> errors = errors(sent, form, permission);
      if (!errors.isEmpty()) {
        throw new Refusal.Invalid(errors.getFirst().message(), errors);
      }
      Grant grant = sent.draft().grant();
      long id =
          rewarding.enter(
              Objects.requireNonNull(sent.company()).id(),
              grant,
              form.again() != null,
              permission.caller().username());
      deed.about("reward", id).noted("登记奖励：%d 年度“%s”".formatted(grant.year(), grant.item()));
      return Flash.seeOther(
          RewardPages.address(id), "奖励已登记" + (grant.paidOn() == null ? "，资金到位后请登记到位。" : "。"));
    } catch (Refusal.Invalid refused) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  NEW, blank(form, permission, FormErrors.of(refused.errors()), earlier(sent))));
    }
  }

  private Sent read(RewardForm form, Permission permission) {
    List<Fault> faults = new ArrayList<>();
    Company company = company(form.typed(Part.COMPANY), permission, faults);
    GrantDraft draft = form.draft(number -> citing.find(number, permission.caller().regionCode()));
    faults.addAll(draft.faults(LocalDate.now(clock)));
    return new Sent(company, draft, faults);
  }

  // Null, and said so, where there is none.
  private @Nullable Company company(String typed, Permission permission, List<Fault> faults) {
    if (typed.isEmpty()) {
      faults.add(new Fault(Part.COMPANY, "没有填写受奖企业", "填写企业全称或统一社会信用代码"));
      return null;
    }
    Known known = Known.today(permission.scope(), clock);
    Optional<Company> found =
        switch (CreditCode.read(typed)) {
          case CreditCode.Accepted(var code, _) -> companies.coded(code, known);
          case CreditCode.Refused _ -> companies.named(typed, known);
        };
    if (found.isEmpty()) {
      faults.add(new Fault(Part.COMPANY, "管辖范围内没有“" + typed + "”", "填写企业全称或统一社会信用代码"));
    }
    return found.orElse(null);
  }

  // What is doubtful is told with what is wrong; whether it is another one of the same item is
  // asked once everything can be read.
  private List<FieldError> errors(Sent sent, RewardForm form, Permission permission) {
    List<Fault> doubts = form.aware() == null ? doubts(sent.draft(), permission) : List.of();
    List<FieldError> errors = new ArrayList<>();
    Stream.concat(sent.faults().stream(), doubts.stream())
        .sorted(Comparator.comparing(Fault::part))
        .map(fault -> new FieldError(fault.part().field(), fault.sentence()))
        .forEach(errors::add);
    if (!doubts.isEmpty()) {
      errors.add(new FieldError(AWARE, "金额无误的，请勾选“已核对”后再登记。"));
    }
    if (sent.faults().isEmpty() && form.again() == null && earlier(sent) != null) {
      errors.add(Rewarding.asked(sent.draft().grant()));
    }
    return errors;
  }

  private List<Fault> doubts(GrantDraft draft, Permission permission) {
    String item = draft.item();
    return rewarding
        .doubts(item == null ? List.of() : List.of(item), permission.caller().regionCode())
        .of(draft);
  }

  private @Nullable Long earlier(Sent sent) {
    Company company = sent.company();
    return company == null || !sent.faults().isEmpty()
        ? null
        : rewarding
            .register(List.of(company.id()))
            .earlier(company.id(), sent.draft().grant())
            .map(Rewarding.Earlier::id)
            .orElse(null);
  }

  private RewardPage.Blank blank(
      RewardForm typed, Permission permission, FormErrors errors, @Nullable Long earlier) {
    boolean twice = errors.on(Rewarding.AGAIN) != null || typed.again() != null;
    return new RewardPage.Blank(
        typed,
        Arrays.stream(Level.values())
            .map(level -> new Choice(level.code(), level.label()))
            .toList(),
        visible.items(Known.today(permission.scope(), clock)),
        errors.on(AWARE) != null || typed.aware() != null,
        twice,
        twice ? earlier : null,
        errors);
  }
}
