package seedbed.evidence;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import seedbed.evidence.content.FileRefused;

/// Looks for malware in a file that is read at once and not kept. It cannot wait for the scanner as
/// papers do: what nobody has looked at is not opened.
@Singleton
public class Screening {

  private final VirusScan scanner;

  Screening(VirusScan scanner) {
    this.scanner = scanner;
  }

  /// Passes where no scanner is set.
  ///
  /// @throws FileRefused when something was found, or the scanner gives no answer now
  public void pass(Path file) throws FileRefused {
    switch (scanner.scan(file)) {
      case VirusScan.Outcome.Clean _ -> {
        // It may be read.
      }
      case VirusScan.Outcome.Infected(var by) -> throw new FileRefused(Receiving.infected(by));
      case VirusScan.Outcome.Unavailable _, VirusScan.Outcome.Undecided _ ->
          throw new FileRefused("查毒服务暂时没有应答，文件没有读取，填写的内容没有变。请稍后再上传。");
    }
  }
}
