package seedbed.obligation;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import seedbed.sql.Statements;

/// The offices of an installation, as `seedbed.test.offices` names their regions, whatever other
/// tests have put into the database.
@Singleton
@Replaces(RuleTerritory.class)
@Requires(property = "seedbed.test.offices")
final class GivenTerritory extends RuleTerritory {

  private final List<String> offices;

  GivenTerritory(Statements statements, @Property(name = "seedbed.test.offices") String offices) {
    super(statements);
    this.offices = List.of(offices.split(" "));
  }

  @Override
  List<String> offices() {
    return offices;
  }
}
