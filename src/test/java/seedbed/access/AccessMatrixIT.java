package seedbed.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Knocks at every route as everybody, about things in every place, and holds what comes of it
/// against a reviewed table and against rules that are written down here a second time.
///
/// A route joins by its line in `access/routes.txt`. When the table changes on purpose, review
/// `target/access-matrix.txt` and put it in place of `src/test/resources/access/matrix.txt`.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.test.offices", value = "880101")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccessMatrixIT {

  private static final String REVIEWED = "/access/matrix.txt";
  private static final Path FOUND = Path.of("target", "access-matrix.txt");
  private static final String BROUGHT_BY_TESTS = "(/api/v1)?/(samples|broken).*";

  /// Where a file is sent.
  private static final String UPLOADS =
      "(/api/v1)?/imports|/imports/announcements|/accounts/import|/drafts/uploads"
          + "|/companies/[0-9]+/evidence|/evidence/[0-9]+/versions|/archive/[0-9]+/files|/plans/[0-9]+/form"
          + "|/requests|/requests/[0-9]+/(answer|transfer|objection|reopening|supplements)"
          + "|/nominations/files|/visits|/visits/[0-9]+/additions";

  private static final String IN = "in";
  private static final String SIGN_IN = "sign-in";
  private static final String FORBIDDEN = "403";
  private static final String ABSENT = "404";

  /// Every field of every form, so that each finds its own.
  private static final String FIELDS =
      "rows=all&accepted=true&corrects=&figure=0&answer=confirmed&on=2026-06-30&title=little-giant";

  private static final String PAIR = "?from=cn-xjr-2022&to=cn-xjr-2026&title=little-giant";

  /// Routes that answer nothing without a question.
  private static final Map<String, String> QUERIES =
      Map.of(
          "/editions/comparison/progress", PAIR,
          "/editions/comparison/changes", PAIR,
          "/editions/comparison/companies", PAIR,
          "/editions/comparison/stops", PAIR,
          "/editions/comparison/resumptions", PAIR,
          "/api/v1/impact", PAIR,
          "/api/v1/imports/{id}/storage", "?rows=all");

  /// What administrators and auditors do at all.
  private static final Set<Act> KEEPING =
      EnumSet.of(
          Act.SIGN_IN,
          Act.OPEN_FIRST_PAGE,
          Act.KEEP_OWN_ACCOUNT,
          Act.SEE_INBOX,
          Act.SEE_DELIVERIES,
          Act.KEEP_ACCOUNTS,
          Act.SEE_SYSTEM,
          Act.READ_TRAIL);

  /// Which things are within reach, written down once more: by what they are and who asks.
  private static final Map<Role, Set<Place>> OF_MEMBERS =
      Map.of(
          Role.OFFICE, EnumSet.of(Place.OWN, Place.OTHER_COMPANY, Place.OTHER_TOWN),
          Role.TOWNSHIP, EnumSet.of(Place.OWN, Place.OTHER_COMPANY),
          Role.LEADER, EnumSet.of(Place.OWN),
          Role.COMPANY, EnumSet.of(Place.OWN));

  private static final Map<String, Map<Role, Set<Place>>> WITHIN_REACH =
      Map.ofEntries(
          Map.entry(
              "company",
              Map.of(
                  Role.OFFICE, EnumSet.of(Place.OWN, Place.OTHER_COMPANY, Place.OTHER_TOWN),
                  Role.TOWNSHIP, EnumSet.of(Place.OWN, Place.OTHER_COMPANY),
                  Role.DEPARTMENT, EnumSet.of(Place.OWN, Place.OTHER_COMPANY, Place.OTHER_TOWN),
                  Role.LEADER, EnumSet.of(Place.OWN),
                  Role.COMPANY, EnumSet.of(Place.OWN),
                  Role.INSPECTOR, EnumSet.of(Place.OWN, Place.OTHER_COMPANY, Place.OTHER_TOWN))),
          // A unit sees its own; others what is about their companies, whichever unit filed it.
          Map.entry(
              "inspection",
              Map.of(
                  Role.OFFICE, EnumSet.complementOf(EnumSet.of(Place.OTHER_COUNTY)),
                  Role.TOWNSHIP, EnumSet.of(Place.OWN, Place.OTHER_COMPANY, Place.OTHER_UNIT),
                  Role.LEADER, EnumSet.of(Place.OWN),
                  Role.COMPANY, EnumSet.of(Place.OWN),
                  Role.INSPECTOR, EnumSet.of(Place.OWN, Place.OTHER_COMPANY, Place.OTHER_TOWN))),
          Map.entry(
              "scan",
              Map.of(Role.INSPECTOR, EnumSet.of(Place.OWN, Place.OTHER_COMPANY, Place.OTHER_TOWN))),
          Map.entry(
              "upload",
              Map.of(
                  Role.OFFICE, EnumSet.of(Place.OWN, Place.OTHER_TOWN, Place.OTHER_UNIT),
                  Role.TOWNSHIP, EnumSet.of(Place.OWN))),
          Map.entry(
              "figure",
              Map.of(
                  Role.OFFICE, EnumSet.complementOf(EnumSet.of(Place.OTHER_COUNTY)),
                  Role.DEPARTMENT, EnumSet.of(Place.OWN, Place.OTHER_COMPANY, Place.OTHER_TOWN))),
          Map.entry(
              "application",
              Map.of(
                  Role.OFFICE, EnumSet.complementOf(EnumSet.of(Place.OTHER_COUNTY)),
                  Role.TOWNSHIP, EnumSet.of(Place.OWN, Place.OTHER_COMPANY, Place.OTHER_UNIT),
                  Role.DEPARTMENT, EnumSet.of(Place.OWN, Place.OTHER_COMPANY, Place.OTHER_TOWN),
                  Role.LEADER, EnumSet.of(Place.OWN),
                  Role.COMPANY, EnumSet.of(Place.OWN))),
          Map.entry("sheet", OF_MEMBERS),
          Map.entry("plan", OF_MEMBERS),
          Map.entry("operating", OF_MEMBERS),
          Map.entry("holding", OF_MEMBERS),
          Map.entry("nomination", OF_MEMBERS),
          Map.entry("document", OF_MEMBERS),
          Map.entry("visit", OF_MEMBERS),
          Map.entry("reward", OF_MEMBERS),
          Map.entry(
              "assignment",
              Map.of(Role.OFFICE, EnumSet.of(Place.OWN, Place.OTHER_COMPANY, Place.OTHER_TOWN))),
          Map.entry(
              "aide",
              Map.of(Role.OFFICE, EnumSet.of(Place.OWN), Role.LEADER, EnumSet.of(Place.OWN))),
          // Open ones: a company is told once they are closed.
          Map.entry(
              "review",
              Map.of(
                  Role.OFFICE, EnumSet.of(Place.OWN),
                  Role.TOWNSHIP, EnumSet.of(Place.OWN),
                  Role.LEADER, EnumSet.of(Place.OWN))),
          // Issued ones, and meetings whose agenda stands.
          Map.entry(
              "bulletin",
              Map.of(
                  Role.OFFICE, EnumSet.of(Place.OWN),
                  Role.TOWNSHIP, EnumSet.of(Place.OWN),
                  Role.DEPARTMENT, EnumSet.of(Place.OWN),
                  Role.LEADER, EnumSet.of(Place.OWN))),
          Map.entry(
              "meeting",
              Map.of(
                  Role.OFFICE, EnumSet.of(Place.OWN),
                  Role.DEPARTMENT, EnumSet.of(Place.OWN),
                  Role.LEADER, EnumSet.of(Place.OWN))),
          // The own one is the town's, the other unit's the department's.
          Map.entry(
              "decision",
              Map.of(
                  Role.OFFICE, EnumSet.of(Place.OWN, Place.OTHER_TOWN, Place.OTHER_UNIT),
                  Role.TOWNSHIP, EnumSet.of(Place.OWN),
                  Role.DEPARTMENT, EnumSet.of(Place.OTHER_UNIT),
                  Role.LEADER, EnumSet.of(Place.OWN, Place.OTHER_TOWN, Place.OTHER_UNIT))),
          Map.entry(
              "member",
              Map.of(
                  Role.OFFICE, EnumSet.of(Place.OWN, Place.OTHER_COMPANY, Place.OTHER_TOWN),
                  Role.TOWNSHIP, EnumSet.of(Place.OWN, Place.OTHER_COMPANY),
                  Role.LEADER, EnumSet.of(Place.OWN))),
          Map.entry(
              "evidence",
              Map.of(
                  Role.OFFICE, EnumSet.complementOf(EnumSet.of(Place.OTHER_COUNTY)),
                  Role.TOWNSHIP, EnumSet.of(Place.OWN, Place.OTHER_COMPANY, Place.OTHER_UNIT),
                  Role.DEPARTMENT, EnumSet.of(Place.OWN, Place.OTHER_COMPANY, Place.OTHER_TOWN),
                  Role.LEADER, EnumSet.of(Place.OWN),
                  Role.COMPANY, EnumSet.of(Place.OWN))),
          Map.entry(
              "request",
              Map.of(
                  Role.OFFICE, EnumSet.complementOf(EnumSet.of(Place.OTHER_COUNTY)),
                  Role.TOWNSHIP, EnumSet.of(Place.OWN, Place.OTHER_COMPANY, Place.OTHER_UNIT),
                  Role.DEPARTMENT, EnumSet.of(Place.OWN, Place.OTHER_COMPANY, Place.OTHER_TOWN),
                  Role.LEADER, EnumSet.of(Place.OWN),
                  Role.COMPANY, EnumSet.of(Place.OWN))),
          Map.entry("exemption", OF_MEMBERS),
          Map.entry(
              "delivery",
              Map.of(
                  Role.OFFICE, EnumSet.of(Place.OWN),
                  Role.ADMIN, EnumSet.allOf(Place.class))),
          Map.entry("account", Map.of(Role.ADMIN, EnumSet.allOf(Place.class))));

  private record Row(RouteTable.Line line, @Nullable Place place, Map<String, String> answers) {

    String text() {
      return "%-7s %-42s %-13s %s"
          .formatted(
              line.method(),
              line.route(),
              place == null ? "-" : place.code(),
              answers.values().stream()
                  .map("%-10s"::formatted)
                  .collect(Collectors.joining(" "))
                  .strip());
    }
  }

  @Inject RouteTable routes;
  @Inject AccessTable acts;
  @Inject Cast cast;

  private final List<Row> rows = new ArrayList<>();

  @BeforeAll
  void knockEverywhere() {
    cast.assemble();
    for (RouteTable.Line line : routes.lines()) {
      if (!line.open() && !line.route().matches(BROUGHT_BY_TESTS)) {
        rows.addAll(rows(line));
      }
    }
  }

  @Test
  @DisplayName("权限矩阵与复核过的表一致")
  void theMatrixIsTheReviewedOne() throws IOException {
    String found =
        Stream.concat(Stream.of(head()), rows.stream().map(Row::text))
            .collect(Collectors.joining("\n", "", "\n"));

    Files.writeString(FOUND, found);

    assertThat(found)
        .as("differs from the reviewed table; what was found is in %s", FOUND)
        .isEqualTo(reviewed());
  }

  @Test
  void nobodyGetsBeyondWhatIsPublic() {
    assertThat(rows)
        .allSatisfy(
            row -> assertThat(row.answers()).as(row.text()).containsEntry("nobody", SIGN_IN));
  }

  @Test
  void whatARoleMayNotDoIsAbsentOrForbidden() {
    forEveryRole((row, role, answer) -> {
      Act act = act(row);
      if (!acts.allows(role, act)) {
        assertThat(answer)
            .as("%s for %s", row.text(), role)
            .isEqualTo(acts.shows(role, act) ? FORBIDDEN : ABSENT);
      }
    });
  }

  @Test
  void whatIsOutOfReachIsAbsentAndTheRestIsOpen() {
    forEveryRole((row, role, answer) -> {
      if (acts.allows(role, act(row))) {
        assertThat(answer)
            .as("%s for %s", row.text(), role)
            .isEqualTo(withinReach(row, role) ? IN : ABSENT);
      }
    });
  }

  @Test
  void administratorsAndAuditorsSeeNothingOfTheBusiness() {
    forEveryRole((row, role, answer) -> {
      if ((role == Role.ADMIN || role == Role.AUDITOR) && !KEEPING.contains(act(row))) {
        assertThat(answer).as("%s for %s", row.text(), role).isEqualTo(ABSENT);
      }
    });
  }

  private interface Look {
    void at(Row row, Role role, String answer);
  }

  private void forEveryRole(Look look) {
    assertThat(rows)
        .allSatisfy(row -> {
          for (Role role : Role.values()) {
            look.at(row, role, String.valueOf(row.answers().get(role.code())));
          }
        });
  }

  private static boolean withinReach(Row row, Role role) {
    Place place = row.place();
    String about = row.line().about();
    return place == null
        || about == null
        || WITHIN_REACH
            .getOrDefault(about, Map.of())
            .getOrDefault(role, WITHIN_REACH.containsKey(about) ? Set.of() : Set.of(Place.OWN))
            .contains(place);
  }

  private static Act act(Row row) {
    return Objects.requireNonNull(row.line().act());
  }

  private List<Row> rows(RouteTable.Line line) {
    String about = line.about();
    if (about == null) {
      assertThat(line.route())
          .as("a route with a variable says in access/routes.txt what it is about")
          .doesNotContain("{");
      return List.of(row(line, null));
    }
    return Arrays.stream(Place.values())
        .filter(place -> cast.thing(about, place, null).isPresent())
        .map(place -> row(line, place))
        .toList();
  }

  private Row row(RouteTable.Line line, @Nullable Place place) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      answers.put(role.code(), answer(line, path(line, place, role), cast.token(role)));
    }
    answers.put("nobody", answer(line, path(line, place, null), null));
    return new Row(line, place, answers);
  }

  private String path(RouteTable.Line line, @Nullable Place place, @Nullable Role role) {
    String route = line.route().replace("/**", "/index.html");
    String about = line.about();
    String path =
        about == null || place == null
            ? route
            : route
                .replaceFirst("\\{[a-z]+}", cast.thing(about, place, role).orElseThrow())
                .replaceAll("\\{[a-z]+}", "1");
    return path + QUERIES.getOrDefault(line.route(), "");
  }

  private String answer(RouteTable.Line line, String path, @Nullable String token) {
    return reduced(knock(line.method(), path, token));
  }

  private Knocker.Answer knock(String method, String path, @Nullable String token) {
    if (path.matches(UPLOADS) && method.equals("POST")) {
      return cast.knocker().upload(path, token, "矩阵.txt", "不是表格");
    }
    if (!method.equals("POST")) {
      return cast.knocker().send(method, path, token, "", "");
    }
    return path.startsWith("/api/")
        ? cast.knocker().send(method, path, token, "application/json", "{}")
        : cast.knocker().send(method, path, token, "application/x-www-form-urlencoded", FIELDS);
  }

  // Whatever the act itself says to an unsuitable form, its caller was let in.
  private static String reduced(Knocker.Answer answer) {
    boolean sent = answer.code() == 303 && answer.location().startsWith("/sign-in?");
    return switch (answer.code()) {
      case 401 -> SIGN_IN;
      case 200, 202, 204, 303, 409, 422, 429 -> sent ? SIGN_IN : IN;
      default -> Integer.toString(answer.code());
    };
  }

  private static String head() {
    return "%-66s%s"
        .formatted(
            "#",
            Stream.concat(Arrays.stream(Role.values()).map(Role::code), Stream.of("nobody"))
                .map("%-10s"::formatted)
                .collect(Collectors.joining(" "))
                .strip());
  }

  private static String reviewed() throws IOException {
    try (var file = AccessMatrixIT.class.getResourceAsStream(REVIEWED)) {
      return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
