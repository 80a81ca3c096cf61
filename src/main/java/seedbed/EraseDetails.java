package seedbed;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.audit.ErasureCommand;
import seedbed.startup.Seedbed;
import seedbed.startup.StartFailure;

/// Erases what is personal on the trail about one account, by an order in a file, without serving
/// anybody: exit code 0 when it is done, 2 when the order cannot be followed, 1 when nothing could
/// be read.
public final class EraseDetails {

  private static final Logger console = LoggerFactory.getLogger("console");

  private EraseDetails() {}

  public static void main(String[] args) {
    System.exit(run(Path.of(args.length == 0 ? "" : args[0])));
  }

  private static int run(Path order) {
    try (Seedbed seedbed = Seedbed.open(System.getenv())) {
      return seedbed.part(ErasureCommand.class).erase(order) ? 0 : 2;
    } catch (StartFailure failure) {
      console.error("{}", failure.sentence());
      return 1;
    }
  }
}
