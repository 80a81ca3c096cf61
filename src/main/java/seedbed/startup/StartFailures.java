package seedbed.startup;

import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns what went wrong during a start into its sentence.
final class StartFailures {

  private static final Logger log = LoggerFactory.getLogger(StartFailures.class);

  private StartFailures() {}

  static StartFailure explain(RuntimeException failure, Settings settings) {
    for (Throwable cause : causes(failure)) {
      switch (cause) {
        case StartFailure known -> {
          return known;
        }
        case BindException bind -> {
          return Settings.portRefused(settings.port(), bind);
        }
        case FlywayException migration -> {
          return new StartFailure(
              "数据库升级没有完成：请保留数据库现状，把下面的原话交给维护人员，修复后重新启动（"
                  + oneLine(String.valueOf(migration.getMessage()))
                  + "）。",
              migration);
        }
        default -> {}
      }
    }
    log.error("Seedbed could not start", failure);
    return new StartFailure("启动时程序出错：请把上面的日志交给维护人员。", failure);
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable t = failure; t != null && !causes.contains(t); t = t.getCause()) {
      causes.add(t);
    }
    return causes;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", "；");
  }
}
