package seedbed;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.startup.Seedbed;
import seedbed.startup.StartFailure;

/// Starts Seedbed and keeps it running until the process is told to stop.
@OpenAPIDefinition(info = @Info(title = "培育库接口", version = "1"))
public final class Application {

  /// Printed as it is, without time and level: what the person who starts it reads.
  private static final Logger console = LoggerFactory.getLogger("console");

  private Application() {}

  public static void main(String[] args) throws InterruptedException {
    Seedbed seedbed;
    try {
      seedbed = Seedbed.start(System.getenv());
    } catch (StartFailure failure) {
      console.error("{}", failure.sentence());
      System.exit(1);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(seedbed::close, "stop"));
    console.info("培育库已启动：{}", seedbed.address());
    new CountDownLatch(1).await();
  }
}
