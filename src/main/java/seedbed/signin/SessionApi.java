package seedbed.signin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.audit.Deed;
import seedbed.web.Origin;
import seedbed.web.Problem;
import seedbed.web.Refusal;

/// Signing in for other programs.
@Controller("/api/v1/sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "登录")
class SessionApi {

  private final SignIn signIn;
  private final Sessions sessions;
  private final Origin.Resolver origins;

  SessionApi(SignIn signIn, Sessions sessions, Origin.Resolver origins) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.origins = origins;
  }

  @Serdeable
  @Schema(name = "SignIn")
  record Credentials(
      @Schema(example = "office") @NotBlank(message = "请填写登录名") @Nullable String username,
      @Schema(example = "…") @NotBlank(message = "请填写口令") @Nullable String password,
      @Schema(description = "动态口令，账号启用第二因素时必填", example = "123456") @Nullable String code) {}

  @Serdeable
  @Schema(name = "Session")
  record Answer(
      @Schema(description = "之后的请求以 Authorization: Bearer 发送") String token,
      @Schema(description = "最迟失效时间") Instant expires) {}

  @Post
  @Status(HttpStatus.CREATED)
  @Operation(operationId = "signIn", summary = "登录", description = "用登录名和口令换取令牌。输错五次后锁定一段时间。")
  @ApiResponse(responseCode = "201", description = "令牌")
  @ApiResponse(
      responseCode = "401",
      description = "登录名、口令或动态口令不对，或口令须先在网页上更换",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "429",
      description = "输错次数过多，暂时锁定",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  Answer create(
      HttpRequest<?> request,
      @Body @Valid Credentials credentials,
      @Parameter(hidden = true) Deed deed) {
    deed.signingIn(String.valueOf(credentials.username()));
    Origin origin = origins.of(request);
    SignIn.Outcome outcome =
        signIn.withPassword(
            String.valueOf(credentials.username()),
            String.valueOf(credentials.password()),
            Session.Kind.PROGRAM,
            origin);
    if (outcome instanceof SignIn.Outcome.Admitted(var account, var opened)
        && !opened.session().passed()) {
      String code = credentials.code() == null ? "" : credentials.code();
      outcome = signIn.withCode(new Sessions.Found(opened.session(), account), code, origin);
    }
    return switch (outcome) {
      case SignIn.Outcome.Admitted(var account, var opened) -> {
        deed.by(account.id(), opened.session().id());
        yield new Answer(opened.token().text(), opened.session().expiresAt());
      }
      case SignIn.Outcome.Wrong _ -> throw new Refusal.SignInNeeded("登录名、口令或动态口令不对。");
      case SignIn.Outcome.Locked _ -> throw new Refusal.TooMany("输错次数过多，暂时不能登录，请过一会儿再试。");
    };
  }

  @Delete
  @Operation(operationId = "signOut", summary = "退出", description = "令牌随即失效。")
  @ApiResponse(responseCode = "204", description = "已退出")
  HttpResponse<?> end(@Parameter(hidden = true) Caller caller) {
    sessions.end(caller.session());
    return HttpResponse.noContent();
  }
}
