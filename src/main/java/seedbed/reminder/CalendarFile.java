package seedbed.reminder;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.obligation.Agenda;
import seedbed.obligation.Obligations.DayCount;
import seedbed.web.PublicAddress;

/// What is still due for somebody, as an iCalendar file: one all-day event for each kind and day.
@Singleton
class CalendarFile {

  private final Agenda agenda;
  private final Permissions permissions;
  private final PublicAddress here;
  private final Clock clock;

  CalendarFile(Agenda agenda, Permissions permissions, PublicAddress here, Clock clock) {
    this.agenda = agenda;
    this.permissions = permissions;
    this.here = here;
    this.clock = clock;
  }

  String of(Caller caller) {
    LocalDate today = LocalDate.now(clock);
    List<DayCount> days =
        permissions
            .of(caller, Act.SEE_OBLIGATIONS)
            .map(permission -> agenda.waiting(permission, today))
            .orElse(List.of());
    Calendar calendar =
        new Calendar().withProdId("-//Seedbed//Obligations//ZH").withDefaults().getFluentTarget();
    // What programs call it in their list of calendars.
    calendar.add(new XProperty("X-WR-CALNAME", "应报事项"));
    for (DayCount day : days) {
      VEvent event = new VEvent(day.dueOn(), summary(day));
      event.replace(new DtStamp(clock.instant()));
      event.add(new Uid(day.kind() + "-" + day.dueOn() + "-" + caller.account() + "@seedbed"));
      event.add(new Url(URI.create(here.printed("/obligations?kind=" + day.kind()))));
      calendar.add(event);
    }
    StringWriter text = new StringWriter();
    try {
      new CalendarOutputter(false).output(calendar, text);
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail", e);
    }
    return text.toString();
  }

  private String summary(DayCount day) {
    return day.expected() == 1
        ? "到期：" + day.title()
        : "到期：" + agenda.label(day.kind()) + "（" + day.open() + " 项未报）";
  }
}
