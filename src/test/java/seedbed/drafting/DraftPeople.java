package seedbed.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import seedbed.access.Role;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.signin.Door;

/// People of an office who write standards, and what they send.
@Singleton
final class DraftPeople {

  static final String COUNTY = "380101";
  static final String TOWN = "380101001";

  private static final String PASSWORD = "Gute-Reise-2026";

  private final Regions regions;
  private final Opening opening;
  private final Door door;
  private final Drafts drafts;

  DraftPeople(Regions regions, Opening opening, Door door, Drafts drafts) {
    this.regions = regions;
    this.opening = opening;
    this.door = door;
    this.drafts = drafts;
  }

  void settle() {
    door.forgetLocks();
    region("38", RegionLevel.PROVINCE, null);
    region("3801", RegionLevel.PREFECTURE, "38");
    region(COUNTY, RegionLevel.COUNTY, "3801");
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
  }

  String signedIn(Role role) {
    var name = "e" + UUID.randomUUID().toString().substring(0, 12);
    opening.open(NewAccount.of(name, role, COUNTY, "试验"), PASSWORD);
    return door.signIn(name, PASSWORD, "/").session();
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "标准" + code, level, parent, "试验"));
    }
  }

  /// The number of a new copy of 如皋's edition.
  long copied(String session) {
    var page = door.page("/drafts", session);
    var answer =
        door.form("/drafts", session, Map.of("csrfToken", page.formToken(), "edition", "rg-2021"));
    return begun(answer);
  }

  static long begun(Door.Answer answer) {
    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    return Long.parseLong(answer.location().replaceFirst(".*/", ""));
  }

  Door.Answer part(String session, long id, String at) {
    return door.page("/drafts/" + id + "/part?at=" + at, session);
  }

  /// Sends the form of a part with some fields changed; once more where another kind of part asks
  /// for other fields.
  Door.Answer save(String session, long id, String at, Map<String, String> changes) {
    var answer = fill(session, id, part(session, id, at), changes);
    return answer.code() == 200 ? fill(session, id, answer, changes) : answer;
  }

  /// Sends the form of the cover with some fields changed.
  Door.Answer saveHead(String session, long id, Map<String, String> changes) {
    String head = "/drafts/" + id + "/head";
    return door.form(head, session, filled(door.page(head, session), changes));
  }

  private Door.Answer fill(
      String session, long id, Door.Answer shown, Map<String, String> changes) {
    return door.form("/drafts/" + id + "/part", session, filled(shown, changes));
  }

  private static Map<String, String> filled(Door.Answer shown, Map<String, String> changes) {
    Map<String, String> form = new HashMap<>();
    var page = shown.page();
    page.select("#part input, #part textarea")
        .forEach(field -> form.put(field.attr("name"), field.val()));
    page.select("#part select")
        .forEach(
            field -> form.put(field.attr("name"), field.select("option[selected]").attr("value")));
    form.putAll(changes);
    return form;
  }

  /// Takes out the cases that a changed condition no longer agrees with.
  void dropFailingCases(String session, long id) {
    for (var left = failing(session, id); !left.isEmpty(); left = failing(session, id)) {
      var place = left.getFirst().select("[name=place]").attr("value");
      act(session, id, "cases/removals", Map.of("place", place));
    }
  }

  private Elements failing(String session, long id) {
    return door.page("/drafts/" + id + "/cases", session).page().select("tr.changed");
  }

  Door.Answer act(String session, long id, String what, Map<String, String> fields) {
    var page = door.page("/drafts/" + id, session);
    Map<String, String> form = new HashMap<>(fields);
    form.put("csrfToken", page.formToken());
    form.put("version", page.page().select("[name=version]").attr("value"));
    return door.form("/drafts/" + id + "/" + what, session, form);
  }

  Door.Answer send(String session, long id, String what, int code) {
    var answer = post(session, id, what, version(session, id));
    assertThat(answer.code()).as(answer.body()).isEqualTo(code);
    return answer;
  }

  Door.Answer post(String session, long id, String what, String version) {
    var token = door.page("/drafts", session).formToken();
    Map<String, String> form =
        new HashMap<>(Map.of("csrfToken", token, "version", version, "checked", "yes"));
    return door.form("/drafts/" + id + "/" + what, session, form);
  }

  String version(String session, long id) {
    var page = door.page("/drafts/" + id, session).page();
    var shown = page.select("[name=version]").attr("value");
    return shown.isEmpty() ? "" + drafts.findById(id).orElseThrow().version() : shown;
  }
}
