package seedbed.admission;

import jakarta.inject.Singleton;
import java.util.List;
import seedbed.archive.Archiving;
import seedbed.archive.KeptRecord;

/// What the public notices of an application say, hashed once more: one that came back and was
/// announced again has several.
@Singleton
class NoticeRecord implements KeptRecord {

  static final String KIND = "notice";

  private final Notices notices;

  NoticeRecord(Notices notices) {
    this.notices = notices;
  }

  @Override
  public String aboutKind() {
    return KIND;
  }

  @Override
  public List<String> digests(long application) {
    return notices.findByApplicationIdOrderById(application).stream()
        .map(NoticeRecord::digest)
        .toList();
  }

  static String digest(Notice notice) {
    return Archiving.digest(notice.text());
  }
}
