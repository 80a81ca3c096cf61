package seedbed.obligation;

/// What a [Dated] kind is asked for.
///
/// @param open only what still waits
public record Asked(Among among, Window due, boolean open) {

  /// The condition over a day of due, of the window.
  public Sql due(String column) {
    return Sql.of(column + " BETWEEN ? AND ?", due.from(), due.to());
  }

  /// The condition over the region that a [Regional] matter belongs to.
  public Sql place(String column) {
    return among.place(column);
  }
}
