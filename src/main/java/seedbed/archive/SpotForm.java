package seedbed.archive;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import seedbed.web.Field;
import seedbed.web.FormErrors;
import seedbed.web.FormReading;
import seedbed.web.Refusal;

/// Where a paper lies, as somebody types it. Every office numbers its shelves in its own way, so
/// what looks like a slip of the pen is asked about once and never refused.
///
/// @param sure that a place that looks odd is meant
record SpotForm(
    @Nullable String cabinet, @Nullable String box, @Nullable String piece, boolean sure) {

  private static final int LONGEST = 30;

  private static final String ASKED = "不像编号，请核对；确实如此的，勾选“存放位置无误”再登记。";

  // 密集架2-3-1, 甲1 and 01 are numbers of places; 0 and what fills no shelf are not.
  private static final Pattern NUMBERED = Pattern.compile(".*[1-9甲乙丙丁戊己庚辛壬癸一二三四五六七八九十].*");

  private static final Pattern TOO_HIGH = Pattern.compile(".*[0-9]{5}.*");

  /// @throws Refusal.Invalid with everything that is wrong
  Locations.Spot spot() {
    FormReading fields = new FormReading();
    String inCabinet = fields.read(() -> part("cabinet", "柜号", cabinet));
    String inBox = fields.read(() -> part("box", "盒号", box));
    String place = fields.read(() -> part("piece", "件号", piece));
    fields.refuse();
    return new Locations.Spot(
        Objects.requireNonNull(inCabinet),
        Objects.requireNonNull(inBox),
        Objects.requireNonNull(place));
  }

  private String part(String field, String label, @Nullable String typed) {
    String text = Field.of(field, typed).text(LONGEST, "请填写" + label + "。");
    boolean odd = !NUMBERED.matcher(text).matches() || TOO_HIGH.matcher(text).matches();
    if (odd && !sure) {
      throw new Refusal.Invalid(field, label + "“" + text + "”" + ASKED);
    }
    return text;
  }

  /// Whether a form that came back was asked about its place.
  static boolean asks(FormErrors errors) {
    return errors.list().stream().anyMatch(error -> error.message().endsWith(ASKED));
  }
}
