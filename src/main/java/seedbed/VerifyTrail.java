package seedbed;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.audit.TrailCommand;
import seedbed.startup.Seedbed;
import seedbed.startup.StartFailure;

/// Verifies the trail without serving anybody: exit code 0 when it is as it was written, 2 when it
/// is not, 1 when it could not be read.
public final class VerifyTrail {

  private static final Logger console = LoggerFactory.getLogger("console");

  private VerifyTrail() {}

  public static void main(String[] args) {
    System.exit(run());
  }

  private static int run() {
    try (Seedbed seedbed = Seedbed.open(System.getenv())) {
      return seedbed.part(TrailCommand.class).verify() ? 0 : 2;
    } catch (StartFailure failure) {
      console.error("{}", failure.sentence());
      return 1;
    }
  }
}
