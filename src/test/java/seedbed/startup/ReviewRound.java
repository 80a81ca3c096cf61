package seedbed.startup;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// A round of the municipal pool as the office holds it, over HTTP.
record ReviewRound(long id) {

  /// As many as can be ticked at once.
  private static final int TICKED = 200;

  private static final int SEE_OTHER = 303;

  static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai"));
  }

  /// Rounds are about yesterday, so that today is a day after it.
  static LocalDate asOf() {
    return today().minusDays(1);
  }

  /// The one that is open with so many members, or a new one.
  static ReviewRound open(Rows rows, TokenClient office, long members)
      throws SQLException, IOException, InterruptedException {
    List<String> there =
        rows.words(
            """
            SELECT id
            FROM review_round
            WHERE title = 'rugao-pool'
              AND stage = 'OPEN'
              AND members = ?
            """,
            members);
    ReviewRound round =
        there.isEmpty() ? begin(rows, office) : new ReviewRound(Long.parseLong(there.getFirst()));
    round.awaitStage(rows, "OPEN");
    return round;
  }

  /// Begins it, in place of whichever there was of the year.
  static ReviewRound begin(Rows rows, TokenClient office)
      throws SQLException, IOException, InterruptedException {
    rows.change(
        """
        UPDATE review_round
        SET stage = 'CANCELLED', standing = NULL
        WHERE title = 'rugao-pool'
          AND (about_year = ? OR stage IN ('OPENING', 'OPEN'))
        """,
        asOf().getYear());
    var answer =
        redirected(
            office.post(
                "/reviews",
                Map.of(
                    "title", List.of("rugao-pool"),
                    "year", List.of("" + asOf().getYear()),
                    "asOf", List.of("" + asOf()),
                    "opinionsDue", List.of("" + today()),
                    "decisionsDue", List.of("" + today()))));
    String location = answer.headers().firstValue("Location").orElseThrow();
    return new ReviewRound(Long.parseLong(location.substring(location.lastIndexOf('/') + 1)));
  }

  void awaitStage(Rows rows, String stage) throws SQLException, InterruptedException {
    rows.await("SELECT stage = ? FROM review_round WHERE id = ?", stage, id);
  }

  /// Lets one by itself and so many by ticking them leave, and keeps everybody else.
  void decideEverybody(Rows rows, TokenClient office, int leaving)
      throws SQLException, IOException, InterruptedException {
    List<String> members =
        rows.words(
            "SELECT id FROM review_member WHERE round_id = ? ORDER BY id LIMIT ?", id, leaving + 1);
    String one = members.removeLast();
    decide(
        office, "/review-members/" + one + "/decision", Map.of("version", List.of("0")), "remove");
    for (int from = 0; from < leaving; from += TICKED) {
      List<String> ticked = members.subList(from, Math.min(leaving, from + TICKED));
      decide(office, path("decisions"), Map.of("member", ticked), "remove");
    }
    decide(office, path("decisions"), Map.of("whole", List.of("whole")), "keep");
  }

  private static void decide(
      TokenClient office, String path, Map<String, List<String>> whom, String decision)
      throws IOException, InterruptedException {
    Map<String, List<String>> fields = new HashMap<>(whom);
    fields.put("decision", List.of(decision));
    fields.put("reason", List.of("试验"));
    fields.put("doubts", List.of("all"));
    redirected(office.post(path, fields));
  }

  /// Asks for its end without waiting for an answer.
  CompletableFuture<HttpResponse<String>> close(TokenClient office, String document) {
    return office.begin(
        path("closing"),
        Map.of("document", List.of(document), "effectiveOn", List.of("" + today())));
  }

  private String path(String act) {
    return "/reviews/" + id + "/" + act;
  }

  private static HttpResponse<String> redirected(HttpResponse<String> answer) {
    if (answer.statusCode() != SEE_OTHER) {
      throw new AssertionError(answer.uri() + " answered " + answer.statusCode() + answer.body());
    }
    return answer;
  }
}
