package seedbed.evidence;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.capybara.clamav.ClamavClient;
import xyz.capybara.clamav.ClamavException;
import xyz.capybara.clamav.InvalidResponseException;
import xyz.capybara.clamav.ScanFailureException;
import xyz.capybara.clamav.commands.scan.result.ScanResult;

/// Asks a ClamAV daemon, where one is set.
@Singleton
final class ClamAv implements VirusScan {

  private static final Logger LOG = LoggerFactory.getLogger(ClamAv.class);

  private final String address;
  private final Duration patience;

  ClamAv(EvidenceSettings settings) {
    String given = settings.clamav();
    address = given == null ? "" : given.strip();
    patience = Duration.ofSeconds(settings.scanSeconds());
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
    try {
      return switch (answer(file)) {
        case ScanResult.OK _ -> new Outcome.Clean();
        case ScanResult.VirusFound found ->
            new Outcome.Infected(
                found.getFoundViruses().values().stream()
                    .flatMap(names -> names.stream())
                    .collect(Collectors.joining("、")));
        default -> new Outcome.Undecided();
      };
    } catch (ClamavException e) {
      LOG.warn("查毒服务 {} 没能检查一个文件，文件等待再查。", address, e);
      return refused(e) ? new Outcome.Undecided() : new Outcome.Unavailable();
    } catch (IOException | TimeoutException e) {
      LOG.warn("查毒服务 {} 没有应答，上传的文件等待查毒。", address, e);
      return new Outcome.Unavailable();
    }
  }

  private static boolean refused(ClamavException e) {
    return e.getCause() instanceof ScanFailureException
        || e.getCause() instanceof InvalidResponseException;
  }

  // The client waits for ever; interrupting its thread closes the connection.
  private ScanResult answer(Path file) throws IOException, ClamavException, TimeoutException {
    int colon = address.lastIndexOf(':');
    ClamavClient client =
        new ClamavClient(
            address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    try (InputStream in = Files.newInputStream(file)) {
      FutureTask<ScanResult> scan = new FutureTask<>(() -> client.scan(in));
      Thread.ofVirtual().name("virus-scan").start(scan);
      try {
        return scan.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        scan.cancel(true);
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ClamavException known) {
        throw known;
      }
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
