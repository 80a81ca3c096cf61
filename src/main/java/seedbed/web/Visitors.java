package seedbed.web;

import io.micronaut.http.HttpRequest;
import java.util.Collection;

/// Knows who sent a request; answered by whoever keeps sessions.
public interface Visitors {

  /// @param places the paths of the whole navigation
  Visitor of(HttpRequest<?> request, Collection<String> places);
}
