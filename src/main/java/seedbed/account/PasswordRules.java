package seedbed.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/// What a new password must be like: one of two rule books, as a deployment chooses.
public enum PasswordRules {

  /// 网络安全等级保护 (GB/T 22239-2019, 身份鉴别): complex, and renewed now and then.
  CLASSIFIED_PROTECTION(true) {
    @Override
    public List<String> sentences() {
      return List.of("至少 10 位", "包含大写字母、小写字母、数字、符号中的三种", "不含登录名，不与现在的相同", "到期须更换");
    }

    @Override
    List<String> objections(String password, Words words) {
      List<String> objections = new ArrayList<>();
      if (password.length() < 10) {
        objections.add("口令至少 10 位，现在是 " + password.length() + " 位");
      }
      if (kinds(password) < 3) {
        objections.add("口令应至少包含大写字母、小写字母、数字、符号中的三种");
      }
      return objections;
    }
  },

  /// OWASP ASVS 5.0, 6.2: long, not a known one, and left alone until there is a reason.
  ASVS(false) {
    @Override
    public List<String> sentences() {
      return List.of("至少 15 个字符，可以是一句容易记住的话", "不在公开泄露的口令清单里", "不含登录名，不与现在的相同");
    }

    @Override
    List<String> objections(String password, Words words) {
      List<String> objections = new ArrayList<>();
      if (password.codePointCount(0, password.length()) < 15) {
        objections.add("口令至少 15 个字符，可以是一句容易记住的话");
      }
      if (words.breached(password)) {
        objections.add("这个口令出现在公开泄露的口令清单里，请换一个");
      }
      return objections;
    }
  };

  static final int LONGEST = 128;

  private final boolean aging;

  PasswordRules(boolean aging) {
    this.aging = aging;
  }

  /// Whether a password has to be renewed after a time.
  boolean aging() {
    return aging;
  }

  /// What is known of passwords that others use.
  interface Words {
    boolean breached(String password);
  }

  /// The rules in words, for the page that asks for a password.
  public abstract List<String> sentences();

  abstract List<String> objections(String password, Words words);

  /// Everything that is wrong with a password, in the words of its user; nothing when it will do.
  List<String> check(String password, String username, Words words) {
    List<String> objections = new ArrayList<>(objections(password, words));
    if (password.length() > LONGEST) {
      objections.add("口令最多 " + LONGEST + " 位");
    }
    if (password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))) {
      objections.add("口令不能包含登录名");
    }
    return objections;
  }

  private static int kinds(String password) {
    List<IntPredicate> kinds =
        List.of(
            Character::isUpperCase,
            Character::isLowerCase,
            Character::isDigit,
            character -> !Character.isLetterOrDigit(character));
    return (int) kinds.stream().filter(kind -> password.chars().anyMatch(kind)).count();
  }
}
