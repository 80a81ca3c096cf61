package seedbed.criteria;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the folder with indicators, titles and editions.
final class ConfigFolder {
  private static final String MARK = "indicators.yml";

  private ConfigFolder() {}

  /// @param setting the folder as configured, by default `config` in the working directory
  static Path find(String setting) {
    var folder = Path.of(setting).toAbsolutePath().normalize();
    if (Files.exists(folder.resolve(MARK))) {
      return folder;
    }
    return besideProgram(Path.of(setting))
        .orElseThrow(() ->
            new FaultyConfig(
                "找不到标准配置目录：" + folder + "。请在程序所在目录启动，或用环境变量SEEDBED_CONFIG指定config目录的位置。"));
  }

  /// A server is not always started from its own folder, so look upwards from the program.
  private static Optional<Path> besideProgram(Path setting) {
    if (setting.isAbsolute()) {
      return Optional.empty();
    }
    var source = ConfigFolder.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    var program = Path.of(URI.create(source.getLocation().toString()));
    for (var folder = program.getParent(); folder != null; folder = folder.getParent()) {
      var candidate = folder.resolve(setting);
      if (Files.exists(candidate.resolve(MARK))) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
