package seedbed.web;

import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/// Where a page lies that answers a form which could not be taken: its links lead on from there,
/// and not from the address that the form was sent to, which cannot be opened.
public final class Place {

  private static final String ATTRIBUTE = "seedbed.place";

  private Place() {}

  public static void of(HttpRequest<?> request, Address page) {
    request.setAttribute(ATTRIBUTE, page);
  }

  static @Nullable Address told(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, Address.class).orElse(null);
  }
}
