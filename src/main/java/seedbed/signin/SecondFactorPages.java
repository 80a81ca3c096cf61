package seedbed.signin;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.account.Account;
import seedbed.account.AccountSettings;
import seedbed.account.Accounts;
import seedbed.web.Address;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Origin;
import seedbed.web.QrCode;
import seedbed.web.Refusal;

/// Setting the second factor of the own account up, and giving it up again.
@Hidden
@Controller("/account/second-factor")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SecondFactorPages {

  private final Accounts accounts;
  private final SecondFactor secondFactor;
  private final PasswordProof proof;
  private final Origin.Resolver origins;
  private final AccountSettings settings;

  SecondFactorPages(
      Accounts accounts,
      SecondFactor secondFactor,
      PasswordProof proof,
      Origin.Resolver origins,
      AccountSettings settings) {
    this.accounts = accounts;
    this.secondFactor = secondFactor;
    this.proof = proof;
    this.origins = origins;
    this.settings = settings;
  }

  /// @param sealed the new secret, sealed, which comes back with the form: nothing is stored before
  ///   a code of it was given
  /// @param secret as it is typed into an app that cannot read the picture
  /// @param picture of the QR code, as the address of an image
  @Introspected
  record SetUpPage(
      boolean present,
      boolean required,
      String sealed,
      String secret,
      String picture,
      FormErrors errors) {}

  @Serdeable
  record SetUpForm(@Nullable String sealed, @Nullable String code) {}

  @Serdeable
  record RemovalForm(@Nullable String password) {}

  @Get
  @View("account/second-factor")
  SetUpPage show(Caller caller) {
    return page(own(caller), secondFactor.fresh(), FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> setUp(Caller caller, @Body SetUpForm form) {
    Account account = own(caller);
    String sealed = secondFactor.givenOut(form.sealed() == null ? "" : form.sealed());
    String code = form.code() == null ? "" : form.code();
    if (account.hasSecondFactor() || !secondFactor.setUp(account, sealed, code)) {
      return wrong(
          account,
          sealed,
          HttpStatus.UNPROCESSABLE_ENTITY,
          new FieldError("code", "动态口令不对，请输入验证器现在显示的 6 位数字"));
    }
    return Flash.seeOther(Address.of("/account"), "动态口令已启用，下次登录时输入");
  }

  @Post("/removal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> remove(HttpRequest<?> request, Caller caller, @Body RemovalForm form) {
    Account account = own(caller);
    if (settings.secondFactor().contains(account.role())) {
      throw new Refusal.NotAllowed("本单位要求这个角色使用动态口令，不能停用。");
    }
    String password = form.password() == null ? "" : form.password();
    return switch (proof.ask(account, password, origins.of(request))) {
      case LOCKED -> again(account, HttpStatus.TOO_MANY_REQUESTS, PasswordProof.LOCKED);
      case WRONG -> again(account, HttpStatus.UNPROCESSABLE_ENTITY, "口令不对");
      case RIGHT -> {
        accounts.update(account.withoutSecondFactor());
        yield Flash.seeOther(Address.of("/account"), "动态口令已停用");
      }
    };
  }

  private HttpResponse<?> again(Account account, HttpStatus status, String sentence) {
    return wrong(account, secondFactor.fresh(), status, new FieldError("password", sentence));
  }

  private HttpResponse<?> wrong(
      Account account, String sealed, HttpStatus status, FieldError error) {
    return HttpResponse.status(status)
        .body(
            new ModelAndView<>(
                "account/second-factor", page(account, sealed, FormErrors.of(error))));
  }

  private SetUpPage page(Account account, String sealed, FormErrors errors) {
    String secret = secondFactor.typed(sealed);
    return new SetUpPage(
        account.hasSecondFactor(),
        settings.secondFactor().contains(account.role()),
        sealed,
        secret.replaceAll("(.{4})(?=.)", "$1 "),
        QrCode.image(
            "otpauth://totp/Seedbed:"
                + account.username()
                + "?secret="
                + secret
                + "&issuer=Seedbed"),
        errors);
  }

  private Account own(Caller caller) {
    return accounts.findById(caller.account()).orElseThrow(() -> new Refusal.Absent("账号已经不在。"));
  }
}
