package seedbed.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The list of routes is a reviewed file.
@MicronautTest(transactional = false)
final class RoutesIT {

  private static final String BROUGHT_BY_TESTS = "[A-Z]+ (/api/v1)?/(samples|broken).*";

  @Inject Router router;
  @Inject RouteTable table;

  @Test
  void everyRouteHasItsLine() {
    Set<String> lines = written();

    assertThat(served()).isSubsetOf(lines);
  }

  @Test
  void everyLineHasItsRoute() {
    assertThat(written())
        .filteredOn(line -> !line.endsWith("/**") && !line.matches(BROUGHT_BY_TESTS))
        .isSubsetOf(served());
  }

  private Set<String> served() {
    return router
        .uriRoutes()
        .filter(route -> !route.getHttpMethodName().equals("HEAD"))
        .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> written() {
    return table.lines().stream()
        .map(line -> line.method() + " " + line.route())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
