package seedbed.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody wrote into a form, as it came with the request: it is shown again where the form
/// could not be taken because somebody else was quicker, so that no words are lost.
public final class SentForm {

  private static final String ATTRIBUTE = "seedbed.form";

  /// Forms that ask for what nobody else may read.
  private static final List<String> PRIVATE = List.of("/sign-in", "/invitations", "/account");

  /// Fields that nobody may read wherever they stand.
  private static final Set<String> SECRETS = Set.of("password", "again", "current", "code");

  private static final String OTHER = "填写的内容";

  /// How the fields are called that people write into; what stands behind a dash is a number or a
  /// code of a line.
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("words", OTHER),
          Map.entry("note", "说明"),
          Map.entry("reason", "理由"),
          Map.entry("why", "理由"),
          Map.entry("cancelReason", "理由"),
          Map.entry("dropReason", "理由"),
          Map.entry("paymentReason", "作废原因"),
          Map.entry("dropped", "理由"),
          Map.entry("fault", "退回理由"),
          Map.entry("value", "填写的值"),
          Map.entry("answer", "意见"),
          Map.entry("comment", "意见"),
          Map.entry("opinion", "意见"),
          Map.entry("content", "内容"),
          Map.entry("text", "内容"),
          Map.entry("told", "内容"),
          Map.entry("detail", "说明"),
          Map.entry("remark", "备注"),
          Map.entry("finding", "核查情况"),
          Map.entry("conclusion", "结论"),
          Map.entry("correction", "更正内容"),
          Map.entry("subject", "标题"),
          Map.entry("headline", "标题"),
          Map.entry("wanted", "诉求内容"),
          Map.entry("items", "事项"),
          Map.entry("lines", "名单"),
          Map.entry("names", "名单"),
          Map.entry("days", "天数或日期"),
          Map.entry("participants", "参加人员"),
          Map.entry("tookPart", "参加人员"),
          Map.entry("document", "文件名称和文号"),
          Map.entry("reference", "文号"),
          Map.entry("batch", "批次"),
          Map.entry("effectiveOn", "生效日期"),
          Map.entry("rectifyUntil", "整改期限"),
          Map.entry("paidOn", "到位日期"),
          Map.entry("amount", "到位金额"),
          Map.entry("happenedOn", "日期"),
          Map.entry("raisedOn", "提出日期"),
          Map.entry("doneOn", "完成日期"),
          Map.entry("heldOn", "会议日期"),
          Map.entry("day", "日期"),
          Map.entry("from", "开始日期"),
          Map.entry("until", "截止日期"),
          Map.entry("backdated", "补登理由"),
          Map.entry("despite", "仍予公示的理由"),
          Map.entry("due", "期限"));

  private static final int LONGEST_LINE = 60;
  private static final int MOST_LINES = 12;

  private SentForm() {}

  /// Words that were written into a field.
  @Introspected
  record Words(String label, String text) {

    /// How many lines they take about.
    public long rows() {
      return Math.min(
          MOST_LINES, text.lines().mapToLong(line -> 1 + line.length() / LONGEST_LINE).sum());
    }
  }

  /// Keeps the body of a form with its request.
  public static void of(HttpRequest<?> request, String body) {
    request.setAttribute(ATTRIBUTE, body);
  }

  /// Neither what was chosen from a list nor what the page itself had put in, nor any secret.
  static List<Words> words(HttpRequest<?> request) {
    String body = request.getAttribute(ATTRIBUTE, String.class).orElse("");
    return PRIVATE.stream().anyMatch(request.getPath()::startsWith)
        ? List.of()
        : Arrays.stream(body.split("&", -1)).flatMap(SentForm::words).distinct().toList();
  }

  private static Stream<Words> words(String pair) {
    int sign = pair.indexOf('=');
    String name = sign < 0 ? "" : decoded(pair.substring(0, sign));
    String text = sign < 0 ? "" : decoded(pair.substring(sign + 1)).strip();
    if (SECRETS.contains(name)) {
      return Stream.empty();
    }
    String label = label(name);
    if (label == null) {
      return written(text) || (!ChosenFields.has(name) && typed(text))
          ? Stream.of(new Words(OTHER, text))
          : Stream.empty();
    }
    return text.isEmpty() || text.matches("[a-z]+")
        ? Stream.empty()
        : Stream.of(new Words(label, text));
  }

  static @Nullable String label(String name) {
    String label = LABELS.get(name);
    return label == null ? LABELS.get(name.replaceFirst("-.*", "")) : label;
  }

  // Codes and numbers of the page have none of these letters.
  private static boolean written(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }

  // Days, amounts and addresses; codes of choices are written in small letters.
  private static boolean typed(String text) {
    return !text.isEmpty() && !text.matches("[a-z][a-z0-9_-]*");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
