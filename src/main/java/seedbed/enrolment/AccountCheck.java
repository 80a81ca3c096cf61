package seedbed.enrolment;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Role;
import seedbed.account.Accounts;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.account.Person;
import seedbed.account.Post;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.CreditCode;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.web.FieldError;

/// Turns what was typed into an account, or says field by field why not.
@Singleton
class AccountCheck {

  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_UNIT = 60;
  private static final int LONGEST_EMAIL = 100;

  private static final String REGION_CODE = "[0-9]{2,12}";

  private final Accounts accounts;
  private final Regions regions;
  private final Companies companies;

  AccountCheck(Accounts accounts, Regions regions, Companies companies) {
    this.accounts = accounts;
    this.regions = regions;
    this.companies = companies;
  }

  sealed interface Checked<T> {
    record Good<T>(T value) implements Checked<T> {}

    record Bad<T>(List<FieldError> errors) implements Checked<T> {}
  }

  /// A post with the human who holds it.
  record Seat(Post post, Person person) {}

  Checked<NewAccount> account(AccountForm form) {
    List<FieldError> errors = new ArrayList<>();
    String username = username(form.username(), errors);
    Checked<Seat> seat = seat(form);
    if (seat instanceof Checked.Bad<Seat>(var more)) {
      errors.addAll(more);
    }
    return seat instanceof Checked.Good<Seat>(var found) && errors.isEmpty()
        ? new Checked.Good<>(
            new NewAccount(
                username,
                found.post.role(),
                found.post.regionCode(),
                found.post.companyId(),
                found.post.unit(),
                found.person))
        : new Checked.Bad<>(errors);
  }

  Checked<Seat> seat(AccountForm form) {
    List<FieldError> errors = new ArrayList<>();
    Optional<Role> role = role(form.role(), errors);
    Optional<Company> company =
        role.filter(Role.COMPANY::equals).flatMap(_ -> company(form.company(), errors));
    Optional<String> region =
        role.isEmpty() || role.get() == Role.COMPANY
            ? company.map(Company::regionCode)
            : region(form.region(), role.get(), errors);
    requireUnit(form, role, errors);
    Person person = person(form, errors);
    return role.isPresent() && region.isPresent() && errors.isEmpty()
        ? new Checked.Good<>(
            new Seat(
                new Post(
                    role.get(), region.get(), company.map(Company::id).orElse(null), form.unit()),
                person))
        : new Checked.Bad<>(errors);
  }

  /// The name, phone and address alone, for an account whose place is known.
  Person person(AccountForm form, List<FieldError> errors) {
    String name = form.name() == null ? "" : form.name();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      errors.add(new FieldError("name", "请填写姓名，不超过 " + LONGEST_NAME + " 个字"));
    }
    String phone = form.phone();
    if (phone != null && !phone.matches("[0-9+() -]{5,20}")) {
      errors.add(new FieldError("phone", "电话只能由 5 到 20 位数字、空格、+、-、括号组成"));
    }
    String email = form.email();
    if (email != null
        && (email.length() > LONGEST_EMAIL || !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))) {
      errors.add(new FieldError("email", "电子邮箱的写法不对，例如 zhang@example.gov.cn"));
    }
    return new Person(name, phone, email);
  }

  String username(@Nullable String typed, List<FieldError> errors) {
    String username = typed == null ? "" : typed.toLowerCase(Locale.ROOT);
    if (!NewAccount.validUsername(username)) {
      errors.add(new FieldError("username", "登录名为 2 到 60 位字母、数字或 . _ @ -，以字母或数字开头"));
    } else if (accounts.existsByUsername(username)) {
      errors.addAll(Opening.taken(username).errors());
    }
    return username;
  }

  private static Optional<Role> role(@Nullable String typed, List<FieldError> errors) {
    Optional<Role> role =
        Arrays.stream(Role.values())
            .filter(each -> each.code().equals(typed) || each.label().equals(typed))
            .findFirst();
    if (role.isEmpty()) {
      errors.add(new FieldError("role", typed == null ? "请选择角色" : "没有“" + typed + "”这个角色"));
    }
    return role;
  }

  private Optional<String> region(@Nullable String typed, Role role, List<FieldError> errors) {
    if (typed == null) {
      errors.add(new FieldError("region", "请选择所属地区"));
      return Optional.empty();
    }
    List<Region> found =
        typed.matches(REGION_CODE)
            ? regions.findByCode(typed).map(List::of).orElse(List.of())
            : regions.findByName(typed);
    if (found.size() != 1) {
      errors.add(
          new FieldError(
              "region",
              found.isEmpty()
                  ? "没有“" + typed + "”这个地区"
                  : "叫“" + typed + "”的地区有 " + found.size() + " 个，请填区划代码"));
      return Optional.empty();
    }
    if (role == Role.TOWNSHIP && found.getFirst().level() != RegionLevel.TOWNSHIP) {
      errors.add(new FieldError("region", "镇（区、街道）的账号应属于一个镇（区、街道）"));
    }
    return Optional.of(found.getFirst().code());
  }

  private Optional<Company> company(@Nullable String typed, List<FieldError> errors) {
    Optional<Company> company =
        typed != null
                && CreditCode.read(typed.toUpperCase(Locale.ROOT))
                    instanceof CreditCode.Accepted(var code, _)
            ? companies.findByCreditCode(code)
            : Optional.empty();
    if (company.isEmpty()) {
      errors.add(new FieldError("company", "企业账号须填培育库中企业的统一社会信用代码"));
    }
    return company;
  }

  private static void requireUnit(AccountForm form, Optional<Role> role, List<FieldError> errors) {
    boolean needed =
        role.filter(each -> each == Role.DEPARTMENT || each == Role.INSPECTOR).isPresent();
    if (needed && form.unit() == null) {
      errors.add(new FieldError("unit", "责任部门和检查人员须填写单位名称"));
    }
    if (form.unit() != null && form.unit().length() > LONGEST_UNIT) {
      errors.add(new FieldError("unit", "单位名称不超过 " + LONGEST_UNIT + " 个字"));
    }
  }
}
