package seedbed.startup;

import java.nio.file.Path;

/// A database of its own for a trial whose nodes are killed.
public final class TrialDatabase implements AutoCloseable {

  private final EmbeddedDatabase database;

  private TrialDatabase(EmbeddedDatabase database) {
    this.database = database;
  }

  public static TrialDatabase start(Path home) {
    return new TrialDatabase(EmbeddedDatabase.start(home));
  }

  public String url() {
    return database.address().pooledUrl();
  }

  public String user() {
    return database.address().user();
  }

  public String password() {
    return database.address().password();
  }

  @Override
  public void close() {
    database.close();
  }
}
