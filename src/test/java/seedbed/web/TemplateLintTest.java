package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rules over the text of every template.
final class TemplateLintTest {

  private static final Path VIEWS = Path.of("src/main/resources/views");

  /// Not within a mustache, where `only=` is a parameter of a helper.
  private static final Pattern INLINE_HANDLER = Pattern.compile("\\son[a-z]+\\s*=(?![^{]*}})");

  private static final Pattern INLINE_STYLE = Pattern.compile("\\sstyle\\s*=|<style");
  private static final Pattern INLINE_SCRIPT = Pattern.compile("<script(?![^>]*\\ssrc=)");
  private static final Pattern POST = Pattern.compile("<form[^>]*method=\"post\"");
  private static final Pattern FORM =
      Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL);
  private static final Pattern BUTTON = Pattern.compile("<button(?![^>]*type=\"button\")");

  /// What their first button does changes nothing.
  private static final List<String> HARMLESS = List.of("/preview", "重新测算", "核对名单");

  private static final Pattern TOKEN = Pattern.compile("views/parts/csrf");
  private static final Pattern UPLOAD = Pattern.compile("<form[^>]*multipart/form-data[^>]*>");
  private static final Pattern UPLOAD_WITH_TOKEN =
      Pattern.compile(UPLOAD.pattern() + "\\{\\{> views/parts/csrf}}");
  private static final Pattern ELSEWHERE = Pattern.compile("(src|href|action)=\"(https?:)?//");

  @Test
  void nothingIsWrittenUnescaped() throws IOException {
    assertThat(offenders(Pattern.compile("\\{\\{\\{|\\{\\{&"))).isEmpty();
  }

  @Test
  void nothingIsInlineThatTheContentPolicyForbids() throws IOException {
    assertThat(offenders(INLINE_HANDLER)).isEmpty();
    assertThat(offenders(INLINE_STYLE)).isEmpty();
    assertThat(offenders(INLINE_SCRIPT)).isEmpty();
  }

  @Test
  void nothingComesFromAnotherHost() throws IOException {
    assertThat(offenders(ELSEWHERE)).isEmpty();
  }

  @Test
  void everyPageIsInTheLayout() throws IOException {
    assertThat(
            templates()
                .filter(TemplateLintTest::isPage)
                .filter(page -> !text(page).startsWith("{{#> views/layouts/page "))
                .filter(page -> !text(page).startsWith("{{#> views/layouts/door ")))
        .isEmpty();
  }

  @Test
  void everyPageHasOneFirstHeading() throws IOException {
    assertThat(
            templates()
                .filter(TemplateLintTest::isPage)
                .filter(page -> text(page).split("<h1", -1).length != 2))
        .isEmpty();
  }

  @Test
  void everyFormThatChangesSomethingIsSentByPost() throws IOException {
    assertThat(offenders(Pattern.compile("<form[^>]*method=\"(?!post\")"))).isEmpty();
  }

  /// The first button of a form is what Enter in a text box presses. Where several decisions are
  /// offered, or one that hands something in beside one that saves, it would be made by accident.
  @Test
  void enterDecidesNothingWhereSeveralButtonsAre() throws IOException {
    List<String> decided = new ArrayList<>();
    for (Path file : templates().toList()) {
      FORM.matcher(text(file))
          .results()
          .map(MatchResult::group)
          .filter(form -> BUTTON.matcher(form).results().count() > 1)
          .filter(form -> !form.contains("views/parts/no-enter"))
          .filter(form -> HARMLESS.stream().noneMatch(form::contains))
          .forEach(form -> decided.add(file + ": " + form.lines().findFirst().orElse("")));
    }
    assertThat(decided).isEmpty();
  }

  /// Where somebody is signed in; the pages before that have no session to be abused.
  @Test
  void everyFormThatChangesSomethingCarriesItsToken() throws IOException {
    assertThat(
            templates()
                .filter(file -> !file.startsWith(VIEWS.resolve("sign-in")))
                .filter(file -> count(POST, file) != count(TOKEN, file)))
        .isEmpty();
  }

  /// Only the beginning of what uploads a file is read for it; and no address says it, since
  /// addresses are written down by proxies and shown to whoever looks at the screen.
  @Test
  void everyUploadSaysItsTokenFirstAndNoAddressSaysIt() throws IOException {
    assertThat(templates().mapToLong(file -> count(UPLOAD, file)).sum()).isPositive();
    assertThat(templates().filter(file -> count(UPLOAD, file) != count(UPLOAD_WITH_TOKEN, file)))
        .isEmpty();
    assertThat(offenders(Pattern.compile("csrfToken="))).isEmpty();
  }

  private static long count(Pattern wanted, Path file) {
    return wanted.matcher(text(file)).results().count();
  }

  private static List<Path> offenders(Pattern forbidden) throws IOException {
    return templates().filter(file -> forbidden.matcher(text(file)).find()).toList();
  }

  // Layouts and parts are no pages, nor is a fragment, whose name begins with an underscore.
  private static boolean isPage(Path file) {
    return !file.startsWith(VIEWS.resolve("layouts"))
        && !file.startsWith(VIEWS.resolve("parts"))
        && !file.getFileName().toString().startsWith("_");
  }

  private static Stream<Path> templates() throws IOException {
    try (var files = Files.walk(VIEWS)) {
      return files.filter(file -> file.toString().endsWith(".hbs")).toList().stream();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException fault) {
      throw new java.io.UncheckedIOException(fault);
    }
  }
}
