package seedbed.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seedbed.evidence.Evidence;
import seedbed.word.Imprint;

/// The papers attached to a plan. What the plan keeps of one is written by the server: its name,
/// version and hash, so that the version that was attached can be told for ever.
final class Papers {

  private static final Pattern ATTACHED =
      Pattern.compile("（第 ([1-9][0-9]{0,8}) 版，校验码 [0-9a-f ]+）$");

  private Papers() {}

  static String field(long evidence) {
    return "file-" + evidence;
  }

  /// Where the version lies that was attached; empty where the plan does not say which.
  static String address(Content.Attachment attachment) {
    Matcher version = ATTACHED.matcher(attachment.name());
    return version.find()
        ? "/evidence/%d/versions/%s/preview".formatted(attachment.evidence(), version.group(1))
        : "";
  }

  /// The plan with those papers in it whose boxes were ticked, as they are now.
  ///
  /// @param known the company's papers
  static Content attached(Content typed, List<Evidence> known) {
    Map<String, String> written = new LinkedHashMap<>();
    typed.attachments().forEach(each -> written.put(field(each.evidence()), ""));
    for (Evidence paper : known) {
      Evidence.Version current = paper.current();
      if (current != null && !typed.field(field(paper.id())).isEmpty()) {
        written.put(
            field(paper.id()),
            "%s（第 %d 版，校验码 %s）"
                .formatted(paper.name(), current.number(), Imprint.code(current.hash())));
      }
    }
    return typed.with(written);
  }
}
