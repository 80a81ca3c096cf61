package seedbed.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hutool.core.util.CreditCodeUtil;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.company.CreditCode.Accepted;
import seedbed.company.CreditCode.Refused;

class CreditCodeTest {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "914403001922038216",
        "91440300708461136T",
        "91110108551385082Q",
        "91000000MA00000157",
        "91000000MA00000A9W",
        "91000000123456788T",
        "91000000MA7903284Y",
        "91000000MA80635120",
        "91000000MA8943018X",
        "91000000MA0280723W"
      })
  void acceptsValidCodes(String code) {
    assertThat(CreditCode.read(code)).isEqualTo(new Accepted(new CreditCode(code), null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " 91440300708461136T ",
        "91440300708461136t",
        "９１４４０３００７０８４６１１３６Ｔ",
        "9144 0300 7084 6113 6T",
        "91440300\u200b708461136T"
      })
  @DisplayName("全角、小写、空格都能认")
  void understandsHowPeopleTypeIt(String typed) {
    assertThat(CreditCode.of(typed).value()).isEqualTo("91440300708461136T");
  }

  @ParameterizedTest
  @CsvSource({
    "91440300708461136X, 第 18 位校验码“X”不对，按前 17 位计算应为“T”；请先逐位核对前 17 位，再核对末位。",
    "91440300708461137T, 第 18 位校验码“T”不对，按前 17 位计算应为“X”；请先逐位核对前 17 位，再核对末位。",
    "91440300O08461136T, 第 9 位“O”不能用于统一社会信用代码（只用数字和大写字母，不用 I、O、S、V、Z），是否应为数字 0。",
    "914A0300708461136T, 第 4 位“A”应为数字：第 3 至 8 位是登记机关行政区划码。",
    "9144030070846113-T, 第 17 位“-”不能用于统一社会信用代码（只用数字和大写字母，不用 I、O、S、V、Z）。",
    "9144030070846113T, 统一社会信用代码应为 18 位，现有 17 位；请核对是否漏填。",
    "91440300708461136TT, 统一社会信用代码应为 18 位，现有 19 位；请核对是否多填。",
    "320682000012345, “320682000012345”共 15 位，像是旧版营业执照注册号；请填写 18 位统一社会信用代码。",
    "'', 没有填写统一社会信用代码，应为 18 位。"
  })
  @DisplayName("不对的代码，说明哪一位不对、校验码应是什么")
  void saysWhichCharacterIsWrong(String typed, String reason) {
    assertThat(CreditCode.read(typed)).isEqualTo(new Refused(reason));
    assertThatThrownBy(() -> CreditCode.of(typed)).hasMessage(reason);
  }

  @Test
  @DisplayName("主体标识码的校验码不符只提醒，不拒绝")
  void wrongOrganisationCodeIsOnlyAWarning() {
    CreditCode code = CreditCode.completing("91000000MA0000016");

    assertThat(CreditCode.read(code.value()))
        .isInstanceOfSatisfying(
            Accepted.class,
            accepted -> assertThat(accepted.warning()).contains("第 17 位“6”", "校验码“5”"));
  }

  @Test
  void everyCharacterCanBeTheCheckCharacter() {
    Random random = new Random(31);
    assertThat(
            random
                .ints(5_000)
                .mapToObj(_ -> randomFirst17(random))
                .map(CreditCode::completing)
                .map(code -> code.value().charAt(17))
                .distinct()
                .count())
        .isEqualTo(ALPHABET.length());
  }

  @Test
  void agreesWithAnotherImplementationOnRandomCodes() {
    Random random = new Random(4754);
    for (int i = 0; i < 100_000; i++) {
      String code = randomFirst17(random) + ALPHABET.charAt(random.nextInt(31));

      assertThat(CreditCode.read(code) instanceof Accepted)
          .as(code)
          .isEqualTo(CreditCodeUtil.isCreditCode(code));
    }
  }

  @Test
  void oneWrongCharacterIsAlwaysFound() {
    Random random = new Random(18);
    for (int i = 0; i < 20_000; i++) {
      char[] code = CreditCode.completing(randomFirst17(random)).value().toCharArray();
      int place = random.nextInt(18);
      char before = code[place];
      code[place] =
          place >= 2 && place < 8
              ? (char) ('0' + random.nextInt(10))
              : ALPHABET.charAt(random.nextInt(31));

      assertThat(CreditCode.read(new String(code)) instanceof Accepted)
          .isEqualTo(code[place] == before);
    }
  }

  private static String randomFirst17(Random random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 17; i++) {
      code.append(ALPHABET.charAt(random.nextInt(i >= 2 && i < 8 ? 10 : 31)));
    }
    return code.toString();
  }
}
