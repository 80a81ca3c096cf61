package seedbed.admission;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import seedbed.access.Caller;
import seedbed.access.Scope;

/// Applications for those who load them by the dozen, such as demonstration data: the same acts as
/// on the pages, by number, without asking who may.
@Singleton
public class Casework {

  private final Applications applications;
  private final CaseFiles files;
  private final Applying applying;
  private final Handling handling;
  private final AdmissionSettings settings;

  Casework(
      Applications applications,
      CaseFiles files,
      Applying applying,
      Handling handling,
      AdmissionSettings settings) {
    this.applications = applications;
    this.files = files;
    this.applying = applying;
    this.handling = handling;
    this.settings = settings;
  }

  public boolean any() {
    return applications.count() > 0;
  }

  /// The number of a new application, or of the one that is open.
  public long begin(long company, String pool) {
    return applying.begin(company, pool).id();
  }

  /// Writes answers, by field, before they are handed in.
  public void write(long id, Map<String, String> answers) {
    Application application = application(id);
    applying.keep(files.of(application, new Scope.Whole(), answers), application.version());
  }

  public void submit(long id, Caller by, String note) {
    applying.submit(files.of(application(id), new Scope.Whole()), by, note);
  }

  /// The township lets it pass.
  public void pass(long id, Caller by) {
    handling.pass(file(id), by, null);
  }

  public void sendBack(long id, Caller by, String note) {
    handling.sendBack(application(id), by, note, List.of());
  }

  /// The office does not wait for departments; it goes on by itself where none was asked.
  public void proceed(long id, Caller by, String note) {
    Application application = application(id);
    if (application.stage() == Stage.DEPARTMENTS) {
      handling.proceed(application, by, note);
    }
  }

  /// @param reason why it is entered after it began
  /// @param despite why it is given although something speaks against it
  public void announce(
      long id, Caller by, String document, LocalDate from, String reason, String despite) {
    handling.announce(
        file(id), by, new Announcing(document, from, settings.noticeDays(), reason, despite));
  }

  private CaseFile file(long id) {
    return files.of(application(id), new Scope.Whole(), Map.of());
  }

  private Application application(long id) {
    return applications.findById(id).orElseThrow();
  }
}
