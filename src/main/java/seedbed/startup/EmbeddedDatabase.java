package seedbed.startup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A MariaDB of Seedbed's own in its data directory, for those who have no MySQL server.
///
/// The server is a child process that outlives a killed Java process. The next start stops it
/// before it starts its own; the lock on the data directory makes that safe.
final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String NAME = "seedbed";
  private static final String POOL_USER = "seedbed_app";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Home home;
  private final Process process;
  private final DatabaseAddress address;
  private final DatabaseAddress pool;

  private EmbeddedDatabase(
      Home home, Process process, DatabaseAddress address, DatabaseAddress pool) {
    this.home = home;
    this.process = process;
    this.address = address;
    this.pool = pool;
  }

  /// Starts it in a directory, which is created, filled or recovered as needed.
  static EmbeddedDatabase start(Path directory) {
    Home home = Home.take(directory);
    boolean started = false;
    try {
      var database = start(home);
      started = true;
      return database;
    } catch (IOException e) {
      throw Home.unwritable(directory, e);
    } finally {
      if (!started) {
        home.close();
      }
    }
  }

  /// For the user that owns the tables and migrates them.
  DatabaseAddress address() {
    return address;
  }

  /// For the user that serves requests: it may do what [Granting] gives it.
  DatabaseAddress pool() {
    return pool;
  }

  @Override
  public void close() {
    stop(process.toHandle());
    home.close();
  }

  private static EmbeddedDatabase start(Home home) throws IOException {
    DatabaseFiles files = DatabaseFiles.in(home.directory().resolve("database"));
    stopLeftover(files);
    files.install();

    String password = files.password("password");
    String poolPassword = files.password("password-app");
    int port = freePort();
    Path init = files.initFile(accounts(password, poolPassword));
    Process process = files.call(command(files, port, init)).start();
    boolean ready = false;
    try {
      var address = new DatabaseAddress(url(port), NAME, password);
      awaitReady(process, address, files);
      ready = true;
      Files.deleteIfExists(init);
      var pool = new DatabaseAddress(url(port), POOL_USER, poolPassword);
      return new EmbeddedDatabase(home, process, address, pool);
    } finally {
      if (!ready) {
        stop(process.toHandle());
      }
    }
  }

  /// A server of an earlier start runs the program unpacked here and nowhere else.
  private static void stopLeftover(DatabaseFiles files) throws IOException {
    if (Files.exists(files.programs())) {
      String executable = files.executable().toString();
      ProcessHandle.allProcesses()
          .filter(handle -> handle.info().command().filter(executable::equals).isPresent())
          .forEach(handle -> {
            log.warn("Stopping the database server {} of a killed start", handle.pid());
            stop(handle);
          });
    }
  }

  private static List<String> command(DatabaseFiles files, int port, Path init) {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            files.executable().toString(),
            "--no-defaults",
            "--console",
            "--basedir=" + files.programs(),
            "--datadir=" + files.data(),
            "--tmpdir=" + files.temporary(),
            "--init-file=" + init,
            "--bind-address=127.0.0.1",
            "--port=" + port,
            // Relative to the data directory: an absolute path may exceed what a socket allows.
            "--socket=mariadb.sock",
            // Making a certificate at each start takes up to ten seconds.
            "--skip-ssl",
            "--skip-name-resolve",
            "--character-set-server=utf8mb4",
            "--default-time-zone=+08:00",
            "--max-allowed-packet=64M",
            "--innodb-buffer-pool-size=256M",
            // What MySQL 9 is strict about, so that both refuse the same statements.
            "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"));
    command.addAll(DatabaseFiles.asRoot());
    return command;
  }

  private static List<String> accounts(String password, String poolPassword) {
    return List.of(
        "DELETE FROM mysql.global_priv WHERE User = '' OR (User = 'root' AND Host <> 'localhost');",
        "FLUSH PRIVILEGES;",
        "ALTER USER IF EXISTS root@localhost IDENTIFIED BY '" + password + "';",
        "CREATE DATABASE IF NOT EXISTS " + NAME + " CHARACTER SET utf8mb4;",
        "CREATE USER IF NOT EXISTS " + NAME + "@'127.0.0.1';",
        "ALTER USER " + NAME + "@'127.0.0.1' IDENTIFIED BY '" + password + "';",
        "GRANT ALL ON " + NAME + ".* TO " + NAME + "@'127.0.0.1' WITH GRANT OPTION;",
        "CREATE USER IF NOT EXISTS " + POOL_USER + "@'127.0.0.1';",
        "ALTER USER " + POOL_USER + "@'127.0.0.1' IDENTIFIED BY '" + poolPassword + "';",
        // Nothing but coming in; the tables are granted one by one once they exist.
        "GRANT CREATE TEMPORARY TABLES ON " + NAME + ".* TO " + POOL_USER + "@'127.0.0.1';");
  }

  private static String url(int port) {
    return "jdbc:mysql://127.0.0.1:" + port + "/" + NAME + "?sslMode=DISABLED";
  }

  private static void awaitReady(Process process, DatabaseAddress address, DatabaseFiles files) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline && process.isAlive()) {
      try (Connection _ = address.connect()) {
        return;
      } catch (SQLException _) {
        pause(process);
      }
    }
    throw new StartFailure(
        "内置数据库没有启动起来：请检查磁盘空间和内存；仍不行时把 " + files.log() + " 交给维护人员，或改用 SEEDBED_JDBC_URL 指定的 MySQL。");
  }

  private static void pause(Process process) {
    try {
      process.waitFor(50, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("启动被中断。", e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Asks first; what is committed survives the force that follows.
  private static void stop(ProcessHandle handle) {
    handle.destroy();
    handle
        .onExit()
        .completeOnTimeout(handle, PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .thenAccept(ProcessHandle::destroyForcibly)
        .join();
  }
}
