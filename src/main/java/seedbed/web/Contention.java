package seedbed.web;

import io.micronaut.data.exceptions.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import org.jspecify.annotations.Nullable;

/// How one of two requests at once lost in the database.
public enum Contention {
  /// The row was changed since it was read, or held by the other one.
  CHANGED("您提交之前，别人刚刚修改了同一内容，您的操作没有生效。请看过最新情况，再重新办理。"),
  /// The other one has stored the same first.
  DUPLICATE("同样的内容刚刚已经登记，没有重复登记。请查看最新情况。");

  // The same number in MySQL and MariaDB.
  private static final int DUPLICATE_KEY = 1062;

  private final String sentence;

  Contention(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }

  /// Nothing when it failed for another reason.
  public static @Nullable Contention of(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockException
          || cause instanceof SQLTransactionRollbackException) {
        return CHANGED;
      }
      if (cause instanceof SQLException wrong && wrong.getErrorCode() == DUPLICATE_KEY) {
        return DUPLICATE;
      }
    }
    return null;
  }
}
