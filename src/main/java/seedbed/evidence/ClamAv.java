package seedbed.evidence;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.capybara.clamav.ClamavClient;
import xyz.capybara.clamav.ClamavException;
import xyz.capybara.clamav.commands.scan.result.ScanResult;

/// Asks a ClamAV daemon, where one is set.
@Singleton
final class ClamAv implements VirusScan {

  private static final Logger LOG = LoggerFactory.getLogger(ClamAv.class);

  private final String address;

  ClamAv(EvidenceSettings settings) {
    String given = settings.clamav();
    address = given == null ? "" : given.strip();
    if (!address.matches("(\\S+:[0-9]{1,5})?")) {
      throw new IllegalStateException(
          "SEEDBED_CLAMAV 应为 主机:端口，例如 127.0.0.1:3310，现在是“" + address + "”。");
    }
  }

  @Override
  public Outcome scan(Path file) {
    if (address.isEmpty()) {
      return new Outcome.Clean();
    }
    int colon = address.lastIndexOf(':');
    try (InputStream in = Files.newInputStream(file)) {
      ClamavClient client =
          new ClamavClient(
              address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
      return switch (client.scan(in)) {
        case ScanResult.VirusFound found ->
            new Outcome.Infected(
                found.getFoundViruses().values().stream()
                    .flatMap(names -> names.stream())
                    .collect(Collectors.joining("、")));
        default -> new Outcome.Clean();
      };
    } catch (IOException | ClamavException e) {
      LOG.warn("查毒服务 {} 没有应答，上传的文件等待查毒。", address, e);
      return new Outcome.Unavailable();
    }
  }
}
