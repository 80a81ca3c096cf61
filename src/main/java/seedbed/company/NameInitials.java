package seedbed.company;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.Locale;
import java.util.Map;

/// The pinyin initials by which people look a company up: 江苏万达特种轴承有限公司 → JSWDTZZCYXGS.
final class NameInitials {

  private static final int COLUMN_LENGTH = 120;

  /// How names read characters that the library reads as other words do.
  private static final Map<String, String> IN_NAMES = Map.of("晟", "S", "曾", "Z", "翟", "Z");

  private NameInitials() {}

  static String of(String name) {
    String read = name;
    for (Map.Entry<String, String> reading : IN_NAMES.entrySet()) {
      read = read.replace(reading.getKey(), reading.getValue());
    }
    String letters =
        PinyinHelper.toPinyin(read, PinyinStyleEnum.FIRST_LETTER, "")
            .replaceAll("[^A-Za-z0-9]", "")
            .toUpperCase(Locale.ROOT);
    return letters.length() <= COLUMN_LENGTH ? letters : letters.substring(0, COLUMN_LENGTH);
  }
}
