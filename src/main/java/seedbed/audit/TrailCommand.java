package seedbed.audit;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Verifies the trail from the command line.
@Singleton
public class TrailCommand {

  /// Printed as it is: what the person who asked reads.
  private static final Logger CONSOLE = LoggerFactory.getLogger("console");

  private static final long STEP = 1_000_000;

  private final Checks checks;
  private final Protection protection;

  TrailCommand(Checks checks, Protection protection) {
    this.checks = checks;
    this.protection = protection;
  }

  /// Whether the trail is as it was written.
  public boolean verify() {
    var told = new AtomicLong();
    Verification found =
        checks.run(
            null,
            done -> {
              if (told.get() + STEP <= done) {
                told.set(done);
                CONSOLE.info("已核验 {} 条", done);
              }
            });
    CONSOLE.info(
        "核验到第 {} 条（各表共 {} 行），用时 {} 毫秒，每秒 {} 条（{} 行），链头 {}",
        found.head().seq(),
        found.rows(),
        found.took().toMillis(),
        found.rate(),
        found.rowRate(),
        found.head().hash());
    if (found.erased() > 0) {
      CONSOLE.info("其中 {} 处前后内容或来源地址已依法删除。", found.erased());
    }
    if (!protection.whole()) {
      CONSOLE.info("注意：数据库用户可以修改或删除审计记录，见 README“审计记录”。");
    }
    if (found.sound()) {
      CONSOLE.info("没有发现改动。");
    } else {
      CONSOLE.error("发现 {} 处问题：\n{}", found.count(), String.join("\n", found.problems()));
    }
    return found.sound();
  }
}
