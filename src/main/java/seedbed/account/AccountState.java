package seedbed.account;

/// Whether an account can be used.
public enum AccountState {
  INVITED("待开通"),
  ACTIVE("在用"),
  DISABLED("停用");

  private final String label;

  AccountState(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
