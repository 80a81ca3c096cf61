package seedbed.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/// Every branch of the gate, without a server: files stand for routes.
final class GateTest {

  private static final Clock JUNE =
      Clock.fixed(Instant.parse("2026-06-30T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

  private final AccessTable acts = new AccessTable();
  private final Gate gate =
      new Gate(
          new RouteTable(
              List.of(
                  List.of("GET", "/open/**", "public"),
                  List.of("GET", "/own/**", "keep-own-account"),
                  List.of("GET", "/half/**", "sign-in"),
                  List.of("GET", "/overview/**", "see-overview"),
                  List.of("GET", "/runs/**", "run-assessment"))),
          acts,
          new Permissions(acts, JUNE));

  @Test
  void noOtherRuleComesBefore() {
    assertThat(gate.getOrder()).isEqualTo(Ordered.HIGHEST_PRECEDENCE);
  }

  @Test
  void whatIsPublicIsOpenToNobodyAndLeavesNoPermission() {
    var request = get("/open/a.css");

    assertThat(decide(request, null)).isEqualTo(SecurityRuleResult.ALLOWED);
    assertThat(PermissionBinder.of(request)).isEmpty();
    assertThat(denial(request)).isNull();
  }

  @Test
  void nobodyIsAskedToSignIn() {
    var request = get("/overview/a");

    assertThat(decide(request, null)).isEqualTo(SecurityRuleResult.REJECTED);
    assertThat(denial(request)).isEqualTo(Denial.UNKNOWN);
  }

  @Test
  void somebodyWithoutAStandingIsNobody() {
    var request = get("/overview/a");

    assertThat(decide(request, Authentication.build("office")))
        .isEqualTo(SecurityRuleResult.REJECTED);
    assertThat(denial(request)).isEqualTo(Denial.UNKNOWN);
  }

  @Test
  void aRouteWithoutALineIsAbsentForEverybody() {
    for (Role role : Role.values()) {
      var request = routed("/forgotten");

      assertThat(decide(request, complete(role))).isEqualTo(SecurityRuleResult.REJECTED);
      assertThat(denial(request)).isEqualTo(Denial.ABSENT);
      assertThat(PermissionBinder.of(request)).isEmpty();
    }
  }

  @Test
  void aRouteWithoutALineStillAsksNobodyToSignIn() {
    var request = routed("/forgotten");

    assertThat(decide(request, null)).isEqualTo(SecurityRuleResult.REJECTED);
    assertThat(denial(request)).isEqualTo(Denial.UNKNOWN);
  }

  @Test
  void whereNothingIsThereIsNothingToGuard() {
    var request = get("/nowhere");

    assertThat(decide(request, null)).isEqualTo(SecurityRuleResult.ALLOWED);
    assertThat(PermissionBinder.of(request)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Standing.Step.class, names = "COMPLETE", mode = EnumSource.Mode.EXCLUDE)
  void beforeTheSignInIsCompleteNothingOfTheWorkIsOpen(Standing.Step step) {
    var request = get("/overview/a");

    assertThat(decide(request, new Standing(caller(Role.OFFICE), step)))
        .isEqualTo(SecurityRuleResult.REJECTED);
    assertThat(denial(request)).isEqualTo(Denial.UNFINISHED);
    assertThat(PermissionBinder.of(request)).isEmpty();
  }

  @Test
  void theSecondFactorComesBeforeTheOwnAccount() {
    assertThat(decide(get("/own/a"), standing(Standing.Step.SECOND_FACTOR)))
        .isEqualTo(SecurityRuleResult.REJECTED);
    assertThat(decide(get("/half/a"), standing(Standing.Step.SECOND_FACTOR)))
        .isEqualTo(SecurityRuleResult.ALLOWED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Standing.Step.class,
      names = {"ENROLMENT", "NEW_PASSWORD"})
  void aPersonWhoOwesSomethingReachesTheOwnAccount(Standing.Step step) {
    assertThat(decide(get("/own/a"), standing(step))).isEqualTo(SecurityRuleResult.ALLOWED);
    assertThat(decide(get("/half/a"), standing(step))).isEqualTo(SecurityRuleResult.ALLOWED);
  }

  @Test
  void whoMayIsLetInWithThePermission() {
    var request = get("/overview/a");

    assertThat(decide(request, complete(Role.TOWNSHIP))).isEqualTo(SecurityRuleResult.ALLOWED);
    assertThat(PermissionBinder.of(request))
        .contains(
            new Permission(
                caller(Role.TOWNSHIP),
                Act.SEE_OVERVIEW,
                Reach.REGION,
                new Scope.Region("320682100")));
    assertThat(denial(request)).isNull();
  }

  @Test
  void whoMaySeeButNotDoIsToldSo() {
    var request = get("/runs/a");

    assertThat(decide(request, complete(Role.TOWNSHIP))).isEqualTo(SecurityRuleResult.REJECTED);
    assertThat(denial(request)).isEqualTo(Denial.NOT_ALLOWED);
    assertThat(PermissionBinder.of(request)).isEmpty();
  }

  @Test
  void whoMayNotEvenSeeFindsNothing() {
    var request = get("/runs/a");

    assertThat(decide(request, complete(Role.ADMIN))).isEqualTo(SecurityRuleResult.REJECTED);
    assertThat(denial(request)).isEqualTo(Denial.ABSENT);
  }

  private SecurityRuleResult decide(HttpRequest<?> request, @Nullable Authentication caller) {
    List<SecurityRuleResult> results = new ArrayList<>();
    gate.check(request, caller).subscribe(new Collecting(results));
    assertThat(results).hasSize(1);
    return results.getFirst();
  }

  /// Takes what is published at once.
  private record Collecting(List<SecurityRuleResult> results)
      implements Subscriber<SecurityRuleResult> {

    @Override
    public void onSubscribe(Subscription subscription) {
      subscription.request(1);
    }

    @Override
    public void onNext(SecurityRuleResult result) {
      results.add(result);
    }

    @Override
    public void onError(Throwable error) {
      throw new AssertionError(error);
    }

    @Override
    public void onComplete() {
      // nothing is waited for
    }
  }

  private static MutableHttpRequest<?> get(String path) {
    return HttpRequest.GET(path);
  }

  /// As if some method of the application answered there.
  private static MutableHttpRequest<?> routed(String path) {
    var request = get(path);
    RouteAttributes.setRouteMatch(
        request,
        (RouteMatch<?>)
            Proxy.newProxyInstance(
                GateTest.class.getClassLoader(),
                new Class<?>[] {RouteMatch.class},
                (_, method, _) -> {
                  throw new UnsupportedOperationException(method.getName());
                }));
    return request;
  }

  private static @Nullable Denial denial(HttpRequest<?> request) {
    return request.getAttribute(Denial.ATTRIBUTE, Denial.class).orElse(null);
  }

  private static Standing complete(Role role) {
    return new Standing(caller(role), Standing.Step.COMPLETE);
  }

  private static Standing standing(Standing.Step step) {
    return new Standing(caller(Role.OFFICE), step);
  }

  private static Caller caller(Role role) {
    return new Caller(7, 8, role.code(), role, "320682100", null, null);
  }

  @Test
  void aStandingTellsTheLibraryItsNameAndRoleAndNothingElse() {
    Standing standing = complete(Role.LEADER);

    assertThat(standing.getName()).isEqualTo("leader");
    assertThat(standing.getRoles()).containsExactly("leader");
    assertThat(standing.getAttributes()).isEqualTo(Map.of());
  }
}
