package seedbed.web;

import io.micronaut.http.HttpRequest;

/// Knows how many messages somebody has not seen; answered by whoever keeps messages.
public interface Unseen {

  /// Beyond this it is just many.
  int MOST = 100;

  /// Of whoever sent the request, counted up to [#MOST]; 0 for nobody.
  long of(HttpRequest<?> request);
}
