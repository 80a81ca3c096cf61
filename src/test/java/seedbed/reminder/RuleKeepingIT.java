package seedbed.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.obligation.RuleVersions;
import seedbed.signin.Door;

/// Two counties in one installation share their rules.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.test.offices", value = "2801 280101 280102")
@DisplayName("几个县共用的提醒规则")
final class RuleKeepingIT {

  private static final String PAGE = "/reminder-rules/plan-progress";

  @Inject ReminderPeople people;
  @Inject RuleVersions versions;
  @Inject Door door;

  @BeforeEach
  void settle() {
    people.settle();
  }

  @Test
  @DisplayName("一个县的培育办看得到规则，不能替别的县改；页面写明谁能改")
  void aCountyChangesNoRuleOfAnother() {
    String county = people.session(Role.OFFICE, ReminderPeople.COUNTY, null);
    String city = people.session(Role.OFFICE, "2801", null);
    Map<String, String> typed = fields(city);
    long before = versions.newest();

    Document shown = door.page("/reminder-rules", county).page();
    Map<String, String> own = new HashMap<>(typed);
    own.put("csrfToken", door.page("/account", county).formToken());

    assertThat(shown.select(".head").text()).contains("规则由各地共用", "只能由管辖全部地区的");
    assertThat(shown.select("a[href='" + PAGE + "']")).isEmpty();
    assertThat(door.page(PAGE, county).code()).isEqualTo(403);
    assertThat(door.form(PAGE + "/preview", county, own).code()).isEqualTo(403);
    assertThat(door.form(PAGE, county, own).code()).isEqualTo(403);
    assertThat(versions.newest()).isEqualTo(before);
    try {
      assertThat(door.page("/reminder-rules", city).page().select("a[href='" + PAGE + "']"))
          .hasSize(1);
      assertThat(door.form(PAGE, city, typed).code()).isEqualTo(303);
      assertThat(versions.newest()).isGreaterThan(before);
    } finally {
      RuleChange.forget(before);
    }
  }

  private Map<String, String> fields(String session) {
    var form = door.page(PAGE, session);
    Map<String, String> fields = new HashMap<>();
    for (Element field : form.page().select("main form [name]")) {
      boolean unticked = field.attr("type").equals("checkbox") && !field.hasAttr("checked");
      Element chosen = field.selectFirst("option[selected]");
      if (!unticked) {
        fields.put(field.attr("name"), chosen == null ? field.val() : chosen.val());
      }
    }
    fields.put("csrfToken", form.formToken());
    fields.put("newcomers", "true");
    fields.put("reason", "统一放宽");
    return fields;
  }
}
