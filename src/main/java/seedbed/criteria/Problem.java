package seedbed.criteria;

import java.util.Comparator;

/// One thing that is wrong in one of the files of the config folder.
///
/// @param file as an official would look for it, e.g. `checklists/rg-2021.yml`
/// @param line counted from 1
/// @param what what is wrong, in Chinese
/// @param remedy what to do about it, in Chinese
public record Problem(String file, int line, String what, String remedy) {
  static final Comparator<Problem> IN_ORDER =
      Comparator.comparing(Problem::file).thenComparingInt(Problem::line);

  public String shown() {
    return file + " 第" + line + "行：" + what + "。" + remedy + "。";
  }
}
