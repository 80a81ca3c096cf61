package seedbed.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.company.Company;
import seedbed.signin.Door;

/// A county that reviews its pool, as its office and a township see it on the pages.
final class County {

  private static final MemberQuery ALL = new MemberQuery(null, null, null);

  final String code;

  /// In the township's town.
  final Company first;

  /// In another one.
  final Company second;

  final String office;
  final String township;
  private final ReviewCounties all;
  private final ReviewPeople people;

  County(ReviewCounties all, String code, Company first, Company second) {
    this.all = all;
    this.code = code;
    this.first = first;
    this.second = second;
    people = all.people();
    office = people.person(Role.OFFICE, code);
    township = people.person(Role.TOWNSHIP, code + "001");
  }

  /// Rounds are about yesterday, so that today is a day after it.
  LocalDate yesterday() {
    return people.today().minusDays(1);
  }

  long opened() {
    return opened(wish(yesterday().getYear()));
  }

  long opened(Map<String, String> wish) {
    var answer = people.send(office, "/reviews/new", "/reviews", wish);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    long round = Long.parseLong(answer.location().replaceFirst(".*/", ""));
    await(() -> stage(round) == Stage.OPEN);
    return round;
  }

  Map<String, String> wish(int year) {
    return Map.of(
        "title",
        ReviewPeople.POOL,
        "year",
        "" + year,
        "asOf",
        people.today().minusDays(year == yesterday().getYear() ? 1 : 2).toString(),
        "opinionsDue",
        people.today().plusDays(7).toString(),
        "decisionsDue",
        people.today().plusDays(14).toString());
  }

  Round round(long id) {
    return all.rounds().findById(id).orElseThrow();
  }

  Stage stage(long round) {
    return round(round).stage();
  }

  long member(long round, Company company) {
    return row(round, company).id();
  }

  VisibleMembers.Ruled row(long round, Company company) {
    return all.members().list(round, ALL, new Scope.Single(company.id()), 1, 0).getFirst();
  }

  Ruling ruling(long member) {
    return all.rulings().find(member).orElseThrow();
  }

  void decide(long member, String decision, String reason) {
    decide(member, Map.of("decision", decision, "reason", reason));
  }

  void decide(long member, Map<String, String> fields) {
    String page = "/review-members/" + member;
    people.act(office, page, page + "/decision", fields);
  }

  /// Keeps both companies.
  void keepBoth(long round) {
    decide(member(round, first), "keep", "继续培育");
    decide(member(round, second), "keep", "继续培育");
  }

  Door.Answer close(long round) {
    return close(round, people.today());
  }

  Door.Answer close(long round, LocalDate effective) {
    String page = "/reviews/" + round;
    return people.send(
        office,
        page,
        page + "/closing",
        Map.of("document", "试验公告1号", "effectiveOn", effective.toString()));
  }

  void closed(long round) {
    closed(round, people.today());
  }

  void closed(long round, LocalDate effective) {
    var answer = close(round, effective);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    await(() -> stage(round) == Stage.CLOSED);
  }

  void supplement(long round, long member, String kind, String decision, String reason) {
    var answer = supplementing(round, member, kind, decision, reason);
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
  }

  Door.Answer supplementing(long round, long member, String kind, String decision, String reason) {
    return supplementing(round, member, seen(round, member), kind, decision, reason);
  }

  /// The decision that the form shows of a member; empty where it shows none.
  String seen(long round, long member) {
    return all.door()
        .page("/reviews/" + round + "/supplements/new?member=" + member, office)
        .page()
        .select("[name=seen-" + member + "]")
        .attr("value");
  }

  Door.Answer supplementing(
      long round, long member, String seen, String kind, String decision, String reason) {
    String page = "/reviews/" + round + "/supplements";
    return people.send(
        office,
        page + "/new",
        page,
        Map.of(
            "seen-" + member,
            seen,
            "kind",
            kind,
            "document",
            "试验补充决定",
            "effectiveOn",
            people.today().toString(),
            "reason",
            reason,
            "member",
            "" + member,
            "decision-" + member,
            decision,
            "reason-" + member,
            reason));
  }

  /// What a page says to the office.
  String main(String path) {
    return main(office, path);
  }

  String main(String session, String path) {
    var answer = all.door().page(path, session);
    assertThat(answer.code()).as(path).isEqualTo(200);
    var main = answer.page().select("main");
    // What differs from visit to visit, not from state to state.
    main.select("[name=csrfToken]").remove();
    main.select("[role=status]").remove();
    return main.html();
  }

  /// The same fields, each of which may stand more than once, with the token of a page.
  Door.Answer sendMany(String session, String page, String to, Map<String, List<String>> fields) {
    Map<String, List<String>> form = new HashMap<>(fields);
    form.put("csrfToken", List.of(all.door().page(page, session).formToken()));
    return all.door().manyForm(to, session, form);
  }

  static void await(BooleanSupplier settled) {
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!settled.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it never comes to an end").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
