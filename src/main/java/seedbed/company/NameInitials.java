package seedbed.company;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.Locale;

/// The pinyin initials by which people look a company up: 江苏万达特种轴承有限公司 → JSWDTZZCYXGS.
final class NameInitials {

  private static final int COLUMN_LENGTH = 120;

  private NameInitials() {}

  static String of(String name) {
    String letters =
        PinyinHelper.toPinyin(name, PinyinStyleEnum.FIRST_LETTER, "")
            .replaceAll("[^A-Za-z0-9]", "")
            .toUpperCase(Locale.ROOT);
    return letters.length() <= COLUMN_LENGTH ? letters : letters.substring(0, COLUMN_LENGTH);
  }
}
