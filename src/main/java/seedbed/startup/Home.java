package seedbed.startup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The data directory, held by one process at a time; the operating system lets go of it when that
/// process dies, however it dies.
record Home(Path directory, FileChannel held) implements AutoCloseable {

  static Home take(Path directory) {
    try {
      Files.createDirectories(directory);
      var channel =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new StartFailure("数据目录 " + directory + " 正被另一个培育库使用：请先停止它，或用 SEEDBED_HOME 指定另一个目录。");
      }
      return new Home(directory, channel);
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  static StartFailure unwritable(Path directory, IOException cause) {
    return new StartFailure(
        "数据目录 " + directory + " 无法写入：请检查目录权限和磁盘空间，或用 SEEDBED_HOME 指定另一个目录（" + cause + "）。", cause);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      held.close();
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }
}
