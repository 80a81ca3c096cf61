import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/// Runs google-java-format over every source, in a process of its own: the formatter needs the
/// compiler of JDK 25, while Maven itself may run on an older one.
final class Format {

  public static void main(String[] args) throws IOException {
    boolean check = args[0].equals("check");
    List<String> call =
        new ArrayList<>(
            check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
    for (String root : List.of("src", ".mvn")) {
      try (var files = Files.walk(Path.of(root))) {
        files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(call::add);
      }
    }
    int code =
        ToolProvider.findFirst("google-java-format")
            .orElseThrow()
            .run(System.out, System.err, call.toArray(String[]::new));
    if (code != 0 && check) {
      System.err.println("Not formatted: the files above. Run: mvn validate exec:exec@format");
    }
    System.exit(code);
  }
}
