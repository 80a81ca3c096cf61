package seedbed.company;

import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, the last of which checks
/// the others.
@TypeDef(type = DataType.STRING, converter = CreditCodeColumn.class)
public record CreditCode(String value) {

  /// What came of reading what somebody typed.
  public sealed interface Reading {}

  /// A valid code. The warning, if any, is for people to look at and never a reason to refuse.
  public record Accepted(CreditCode code, @Nullable String warning) implements Reading {}

  /// Not a code, with a sentence that says which character is wrong.
  public record Refused(String reason) implements Reading {}

  /// Characters by value; I, O, S, V and Z are left out because they look like digits.
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /// Powers of 3 modulo 31, for positions 1 to 17.
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };

  /// For positions 9 to 16, the organisation code inside (GB 11714).
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private static final int LENGTH = 18;
  private static final int OLD_REGISTRATION_LENGTH = 15;

  public CreditCode {
    refusal(value)
        .ifPresent(reason -> {
          throw new IllegalArgumentException(reason);
        });
  }

  /// Reads what somebody typed: full-width, lower-case and spaced forms are understood.
  public static Reading read(String typed) {
    String code = normalise(typed);
    return refusal(code)
        .<Reading>map(Refused::new)
        .orElseGet(() -> new Accepted(new CreditCode(code), organisationWarning(code)));
  }

  /// The code that was typed.
  ///
  /// @throws IllegalArgumentException with the sentence for the user, when it is not one
  public static CreditCode of(String typed) {
    return new CreditCode(normalise(typed));
  }

  /// Completes 17 characters with their check character.
  public static CreditCode completing(String first17) {
    return new CreditCode(first17 + checkCharacter(first17));
  }

  /// The check character of an organisation code's first eight characters (GB 11714).
  public static char organisationCheckCharacter(String first8) {
    int sum = 0;
    for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
      sum += Character.digit(first8.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    return check == 11 ? '0' : check == 10 ? 'X' : (char) ('0' + check);
  }

  /// The six digits of the office that registered the company.
  public String registrationRegion() {
    return value.substring(2, 8);
  }

  @Override
  public String toString() {
    return value;
  }

  private static String normalise(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Cf}]", "")
        .toUpperCase(Locale.ROOT);
  }

  private static Optional<String> refusal(String code) {
    if (code.length() != LENGTH) {
      return Optional.of(wrongLength(code));
    }
    for (int i = 0; i < LENGTH; i++) {
      char c = code.charAt(i);
      if (ALPHABET.indexOf(c) < 0) {
        return Optional.of(
            "第 %d 位“%c”不能用于统一社会信用代码（只用数字和大写字母，不用 I、O、S、V、Z）%s。".formatted(i + 1, c, lookalike(c)));
      }
      if (i >= 2 && i < 8 && !Character.isDigit(c)) {
        return Optional.of("第 %d 位“%c”应为数字：第 3 至 8 位是登记机关行政区划码。".formatted(i + 1, c));
      }
    }
    char expected = checkCharacter(code);
    char found = code.charAt(LENGTH - 1);
    return found == expected
        ? Optional.empty()
        : Optional.of(
            "第 18 位校验码“%c”不对，按前 17 位计算应为“%c”；请先逐位核对前 17 位，再核对末位。".formatted(found, expected));
  }

  private static String wrongLength(String code) {
    if (code.isEmpty()) {
      return "没有填写统一社会信用代码，应为 18 位。";
    }
    if (code.length() == OLD_REGISTRATION_LENGTH) {
      return "“%s”共 15 位，像是旧版营业执照注册号；请填写 18 位统一社会信用代码。".formatted(code);
    }
    return "统一社会信用代码应为 18 位，现有 %d 位；请核对是否%s。"
        .formatted(code.length(), code.length() < LENGTH ? "漏填" : "多填");
  }

  private static String lookalike(char c) {
    return switch (c) {
      case 'I' -> "，是否应为数字 1";
      case 'O' -> "，是否应为数字 0";
      case 'S' -> "，是否应为数字 5";
      case 'V' -> "，是否应为字母 U 或 Y";
      case 'Z' -> "，是否应为数字 2";
      default -> "";
    };
  }

  private static char checkCharacter(String code) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  // Some old organisation codes differ from the standard, so this never refuses a company.
  private static @Nullable String organisationWarning(String code) {
    char expected = organisationCheckCharacter(code.substring(8, 16));
    char found = code.charAt(16);
    return found == expected
        ? null
        : "第 17 位“%c”与主体标识码（第 9 至 16 位）的校验码“%c”不一致，个别旧代码如此；请与营业执照核对。".formatted(found, expected);
  }
}
