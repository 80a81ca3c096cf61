package seedbed.imports;

import jakarta.inject.Singleton;
import seedbed.access.Belongings;

/// The imports that somebody answers for: those still to be stored, and those whose figures may
/// have to be put right.
@Singleton
class UploadedFiles implements Belongings {

  private final Imports imports;

  UploadedFiles(Imports imports) {
    this.imports = imports;
  }

  @Override
  public String label() {
    return "数据导入";
  }

  @Override
  public long count(long account) {
    return imports.countByAccountId(account);
  }

  @Override
  public long handOver(long from, Keeper to) {
    return imports.handOver(from, to.account(), to.username());
  }
}
