package seedbed.startup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Starts Seedbed in processes of their own, as a person would, so that they can be killed.
public final class Launcher {

  private static final Pattern ADDRESS = Pattern.compile("http://[^ /，。]+");

  private final Path home;
  private final Map<String, String> settings;
  private final List<Process> processes = new ArrayList<>();

  /// @param settings the environment, beside the data directory and the port
  public Launcher(Path home, Map<String, String> settings) {
    this.home = home;
    this.settings = Map.copyOf(settings);
  }

  public Process launch(int port) throws IOException {
    return start("seedbed.Application", port);
  }

  public Process start(String main, int port) throws IOException {
    var builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dstdout.encoding=UTF-8",
            // A short life is mostly warming up.
            "-XX:TieredStopAtLevel=1",
            "-classpath",
            classPath(),
            main);
    builder.environment().keySet().removeIf(name -> name.startsWith("SEEDBED_"));
    builder.environment().putAll(settings);
    builder.environment().put("SEEDBED_HOME", home.toString());
    builder.environment().put("MICRONAUT_SERVER_PORT", String.valueOf(port));
    Process process = builder.redirectErrorStream(true).start();
    processes.add(process);
    return process;
  }

  /// Without the classes of tests, which would give the process the database of the tests.
  private static String classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(all.split(File.pathSeparator, -1))
        .filter(entry -> !entry.contains("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /// Waits until it serves, and says where.
  public static URI awaitStart(Process process) throws IOException {
    List<String> printed = new ArrayList<>();
    var output = process.inputReader(UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      printed.add(line);
      var address = ADDRESS.matcher(line);
      if (line.startsWith("培育库已启动") && address.find()) {
        Thread.ofVirtual().start(() -> forget(output.lines()));
        return URI.create(address.group());
      }
    }
    throw new AssertionError("Did not start: " + String.join("\n", printed));
  }

  /// So that it never waits for somebody to read what it prints.
  private static void forget(Stream<String> lines) {
    try {
      lines.forEach(_ -> {});
    } catch (UncheckedIOException _) {
      // It was killed.
    }
  }

  /// With the databases that they leave behind.
  public void killAll() {
    processes.forEach(Process::destroyForcibly);
    servers().forEach(ProcessHandle::destroyForcibly);
  }

  /// Databases of the data directory.
  public List<ProcessHandle> servers() {
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().command().filter(c -> c.startsWith(home.toString())).isPresent())
        .toList();
  }

  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
