package seedbed.web;

import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What templates can say beyond names and loops. Every name has a hyphen, so that none hides a
/// component of a model.
@Singleton
final class TemplateHelpers {

  static final String FRAME = "frame";

  private final Assets assets;
  private final PersonNames people;

  TemplateHelpers(Assets assets, PersonNames people) {
    this.assets = assets;
    this.people = people;
  }

  /// One step of the way to a page.
  record Crumb(String label, String address) {}

  void register(Handlebars handlebars) {
    written(handlebars, "as-amount", Formats::amount);
    written(handlebars, "as-percent", Formats::percent);
    written(handlebars, "as-count", Formats::count);
    written(handlebars, "as-number", Formats::number);
    written(handlebars, "as-day", Formats::day);
    written(handlebars, "as-long-day", Formats::longDay);
    written(handlebars, "as-time", Formats::time);
    written(
        handlebars, "or-dash", value -> isEmpty(value) ? Formats.NOTHING : String.valueOf(value));

    written(
        handlebars,
        "person-name",
        username -> people.of(username == null ? null : username.toString()));

    helper(handlebars, "link-to", (path, options) -> linkTo(String.valueOf(path), options));
    helper(handlebars, "link-here", (_, options) -> linkHere(options));
    helper(handlebars, "link-with", TemplateHelpers::linkWith);
    helper(
        handlebars, "link-today", (_, options) -> frame(options).here().without("on").toString());
    helper(handlebars, "asset-url", (name, _) -> assets.url(String.valueOf(name)));
    helper(handlebars, "crumb-list", TemplateHelpers::crumbs);

    helper(handlebars, "verdict-class", (verdict, _) -> Mark.of(verdict).styleClass());
    helper(handlebars, "verdict-symbol", (verdict, _) -> Mark.of(verdict).symbol());
    helper(handlebars, "verdict-word", (verdict, _) -> Mark.of(verdict).word());

    helper(handlebars, "is-equal", (a, options) -> truth(same(a, options.param(0, null))));
    helper(handlebars, "is-empty", (value, _) -> truth(isEmpty(value)));
    helper(handlebars, "is-given", (value, _) -> truth(value != null));
    helper(handlebars, "any-of", (a, options) -> truth(any(a, options)));
    helper(handlebars, "all-of", (a, options) -> truth(all(a, options)));
    helper(handlebars, "or-else", (a, options) -> isEmpty(a) ? options.param(0, null) : a);
    helper(handlebars, "join-text", TemplateHelpers::joined);
    // In place of the one that Handlebars has, which looks on in the page around an empty map.
    helper(
        handlebars,
        "lookup",
        (map, options) -> map instanceof Map<?, ?> entries ? entry(entries, options) : null);
    helper(
        handlebars,
        "error-on",
        (errors, options) ->
            errors instanceof FormErrors form
                ? form.on(String.valueOf(options.<Object>param(0)))
                : null);
    helper(
        handlebars,
        "sort-column",
        (name, options) -> SortColumn.of(String.valueOf(name), frame(options)));
  }

  private static @Nullable Object entry(Map<?, ?> entries, Options options) {
    Object name = options.param(0, null);
    return name == null ? null : entries.get(name);
  }

  private static void helper(Handlebars handlebars, String name, Helper<@Nullable Object> helper) {
    handlebars.registerHelper(name, helper);
  }

  private static void written(
      Handlebars handlebars, String name, Function<@Nullable Object, String> format) {
    helper(handlebars, name, (value, _) -> format.apply(value));
  }

  private static String linkTo(String path, Options options) {
    var address = Address.of(path);
    for (var parameter : options.hash.entrySet()) {
      address = address.with(parameter.getKey(), parameter.getValue());
    }
    return frame(options).link(address).toString();
  }

  private static String linkHere(Options options) {
    var address = frame(options).here();
    for (var parameter : options.hash.entrySet()) {
      address = address.with(parameter.getKey(), parameter.getValue());
    }
    return address.toString();
  }

  // For a parameter whose name is itself a value; another filter begins at the first page again.
  private static String linkWith(@Nullable Object name, Options options) {
    var address = frame(options).here().without("page");
    return address.with(String.valueOf(name), options.<Object>param(0, null)).toString();
  }

  private static Frame frame(Options options) {
    return Objects.requireNonNull(options.data(FRAME), "a page needs its frame");
  }

  private static List<Crumb> crumbs(@Nullable Object first, Options options) {
    var words = new ArrayList<String>();
    words.add(String.valueOf(first));
    for (var param : options.params) {
      words.add(String.valueOf(param));
    }
    var crumbs = new ArrayList<Crumb>();
    for (var i = 0; i + 1 < words.size(); i += 2) {
      // What has no address is not open to the reader.
      if (!words.get(i + 1).isEmpty()) {
        crumbs.add(
            new Crumb(words.get(i), frame(options).link(Address.of(words.get(i + 1))).toString()));
      }
    }
    return crumbs;
  }

  private static String joined(@Nullable Object first, Options options) {
    var text = new StringBuilder(first == null ? "" : first.toString());
    for (var param : options.params) {
      text.append(param == null ? "" : param);
    }
    return text.toString();
  }

  // Handlebars takes an empty text for false, and helpers may not return a bare null.
  private static Object truth(boolean value) {
    return value ? true : "";
  }

  private static boolean same(@Nullable Object a, @Nullable Object b) {
    return Objects.equals(a == null ? "" : text(a), b == null ? "" : text(b));
  }

  private static String text(Object value) {
    return value instanceof Enum<?> constant ? constant.name() : value.toString();
  }

  private static boolean any(@Nullable Object first, Options options) {
    if (!isEmpty(first)) {
      return true;
    }
    for (var param : options.params) {
      if (!isEmpty(param)) {
        return true;
      }
    }
    return false;
  }

  private static boolean all(@Nullable Object first, Options options) {
    if (isEmpty(first)) {
      return false;
    }
    for (var param : options.params) {
      if (isEmpty(param)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEmpty(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case Boolean flag -> !flag;
      case CharSequence text -> text.isEmpty();
      case Collection<?> items -> items.isEmpty();
      default -> false;
    };
  }

  /// A verdict as symbol, word and style; never colour alone.
  enum Mark {
    MET("met", "✓", "满足"),
    NOT_MET("not", "✕", "不满足"),
    UNKNOWN("unknown", "?", "待定"),
    NONE("idle", "–", "不适用");

    private final String styleClass;
    private final String symbol;
    private final String word;

    Mark(String styleClass, String symbol, String word) {
      this.styleClass = styleClass;
      this.symbol = symbol;
      this.word = word;
    }

    static Mark of(@Nullable Object verdict) {
      return switch (verdict == null ? "" : text(verdict).toLowerCase(Locale.ROOT)) {
        case "met" -> MET;
        case "not-met", "not_met", "not" -> NOT_MET;
        case "unknown" -> UNKNOWN;
        default -> NONE;
      };
    }

    String styleClass() {
      return styleClass;
    }

    String symbol() {
      return symbol;
    }

    String word() {
      return word;
    }
  }

  /// The head of a column that can be sorted: where pressing it leads, and how it is sorted now.
  record SortColumn(String address, @Nullable String sorted) {

    static SortColumn of(String column, Frame frame) {
      var now = frame.here().value("sort");
      var ascending = column.equals(now);
      var descending = ("-" + column).equals(now);
      var next = ascending ? "-" + column : column;
      return new SortColumn(
          frame.here().without("page").with("sort", next).toString(),
          ascending ? "ascending" : descending ? "descending" : null);
    }
  }
}
