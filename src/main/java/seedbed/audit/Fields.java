package seedbed.audit;

/// Reads the fields of a row that the database has joined with bars, from the left: a row of one
/// column costs the driver a fraction of a row of fourteen, and a million rows have to be verified
/// in a few seconds. What is not as expected reads as -1, so that no tampering breaks a
/// verification off.
final class Fields {

  static final byte BAR = '|';

  private final byte[] row;
  private int at;

  Fields(byte[] row) {
    this.row = row;
  }

  /// A whole number and the bar after it.
  long number() {
    boolean negative = at < row.length && row[at] == '-';
    long number = 0;
    int from = negative ? ++at : at;
    while (at < row.length && row[at] >= '0' && row[at] <= '9') {
      number = 10 * number + row[at++] - '0';
    }
    if (at == from || at == row.length || row[at++] != BAR) {
      at = row.length;
      return -1;
    }
    return negative ? -number : number;
  }

  /// What has not been read.
  byte[] rest() {
    byte[] rest = new byte[row.length - at];
    System.arraycopy(row, at, rest, 0, rest.length);
    return rest;
  }
}
