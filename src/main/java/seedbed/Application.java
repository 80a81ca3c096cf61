package seedbed;

import io.micronaut.runtime.Micronaut;

/// Starts Seedbed.
public final class Application {

  private Application() {}

  public static void main(String[] args) {
    Micronaut.run(Application.class, args);
  }
}
