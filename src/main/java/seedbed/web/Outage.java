package seedbed.web;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something that every act needs and that was gone in its midst. What the act had written is
/// undone; where the very end was cut off nobody knows, so people are sent to look.
enum Outage {
  DATABASE("办理中与数据库的连接断了。系统不会留下办了一半的结果，但这一次是否已经办成还不能确定：请稍候打开原来的页面看一看，没有办成的再办一次。"),
  DISK("服务器的磁盘已满，文件没有存下，这次操作没有生效。请把编号告诉系统维护人员，清理磁盘以后再办一次。");

  private static final List<String> FULL =
      List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

  // Of the server: it has no room for a temporary file, or for another row.
  private static final Set<Integer> FULL_SERVER = Set.of(1021, 1114);

  private final String sentence;

  Outage(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }

  /// Nothing when it failed for another reason.
  static @Nullable Outage of(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case SQLException wrong when FULL_SERVER.contains(wrong.getErrorCode()) -> {
          return DISK;
        }
        case SQLException wrong when connectionIsGone(wrong) -> {
          return DATABASE;
        }
        case IOException wrong when isFull(wrong) -> {
          return DISK;
        }
        default -> {
          // looked for further down
        }
      }
    }
    return null;
  }

  private static boolean connectionIsGone(SQLException wrong) {
    String state = wrong.getSQLState();
    return wrong instanceof SQLRecoverableException
        || wrong instanceof SQLTransientConnectionException
        || wrong instanceof SQLNonTransientConnectionException
        || (state != null && state.startsWith("08"))
        || "Connection is closed".equals(wrong.getMessage());
  }

  private static boolean isFull(IOException wrong) {
    String message = wrong.getMessage();
    return message != null && FULL.stream().anyMatch(message::contains);
  }
}
