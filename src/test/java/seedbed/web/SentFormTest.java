package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SentFormTest {

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
  void proseOfAnyOtherFieldIsKeptToo() {
    assertThat(words("/plans/9", "text-strategy=" + coded("三年翻番") + "&revenue-2025=1"))
        .extracting(SentForm.Words::text)
        .containsExactly("三年翻番");
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
