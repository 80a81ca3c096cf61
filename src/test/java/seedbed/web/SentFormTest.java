package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class SentFormTest {

  /// Hidden fields, lists, buttons, and boxes to tick.
  private static final Pattern CHOSEN =
      Pattern.compile(
          "<input[^>]*type=\"(hidden|radio|checkbox)\"[^>]*>|<(select|button)[^>]*>"
              + "|\\{\\{> views/parts/select [^}]*}}");

  private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");

  @Test
  void wordsAreKeptWithWhatTheirFieldsAreCalled() {
    assertThat(words("/applications/9/review", "note=" + coded("请补报") + "&fault-3=" + coded("缺证书")))
        .containsExactly(new SentForm.Words("说明", "请补报"), new SentForm.Words("退回理由", "缺证书"));
  }

  @Test
  void whatWasSaidOfMoneyIsKeptAsItsFormCallsIt() {
    assertThat(words("/rewards/9/payments", "paidOn=2026-11-10&amount=2&note=" + coded("首期")))
        .extracting(SentForm.Words::label)
        .containsExactly("到位日期", "到位金额", "说明");
  }

  @Test
  void whatThePagePutInIsNot() {
    assertThat(
            words("/applications/9/review", "csrfToken=abc&version=4&answer=return&opinion=keep"))
        .isEmpty();
  }

  @Test
  void whatWasWrittenIntoAnyOtherFieldIsKeptToo() {
    assertThat(words("/plans/9", "text-strategy=" + coded("三年翻番") + "&revenue-2025=1"))
        .extracting(SentForm.Words::text)
        .containsExactly("三年翻番", "1");
  }

  @Test
  @DisplayName("不认得的栏目，填写的日期、金额也留下；页面自带的编号、选项代码和口令不留")
  void daysAndAmountsOfAnyOtherFieldAreKept() {
    assertThat(
            words(
                "/titles/9",
                "csrfToken=aB3&version=4&company=12&kind=small_giant&password=Ab1&level=2"
                    + "&paidOnDay=2026-05-10&sum=51450000&mail=A%40b.cn&figures-3="
                    + "7.50"))
        .extracting(SentForm.Words::text)
        .containsExactly("2026-05-10", "51450000", "A@b.cn", "7.50");
  }

  @Test
  @DisplayName("页面自带的和选出来的栏目都登记在 ChosenFields")
  void everyFieldThatNobodyTypesIntoIsKnown() throws IOException {
    try (var views = Files.walk(Path.of("src/main/resources/views"))) {
      assertThat(
              views
                  .filter(view -> view.toString().endsWith(".hbs"))
                  .flatMap(SentFormTest::chosen)
                  .filter(name -> !ChosenFields.has(name) && SentForm.label(name) == null))
          .isEmpty();
    }
  }

  private static Stream<String> chosen(Path view) {
    try {
      return CHOSEN
          .matcher(Files.readString(view))
          .results()
          .map(tag -> NAME.matcher(tag.group()))
          .filter(Matcher::find)
          .map(name -> name.group(1))
          .filter(name -> !name.startsWith("{"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatNobodyElseMayReadIsNeverShown() {
    for (String path : List.of("/sign-in", "/invitations/x", "/account/password", "/accounts/3")) {
      assertThat(words(path, "password=" + coded("春眠不觉晓") + "&note=" + coded("说明"))).isEmpty();
    }
  }

  @Test
  void aTextIsAsHighAsItIsLong() {
    assertThat(new SentForm.Words("", "一行").rows()).isEqualTo(1);
    assertThat(new SentForm.Words("", "长".repeat(130)).rows()).isEqualTo(3);
    assertThat(new SentForm.Words("", "行\n".repeat(40)).rows()).isEqualTo(12);
  }

  private static List<SentForm.Words> words(String path, String body) {
    HttpRequest<?> request = HttpRequest.POST(path, "");
    SentForm.of(request, body);
    return SentForm.words(request);
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
