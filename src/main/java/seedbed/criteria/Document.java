package seedbed.criteria;

import org.jspecify.annotations.Nullable;

/// The document an edition or a yearly notice was published in.
///
/// @param number 文号, e.g. 工信部企业〔2022〕63号
public record Document(String number, String name, @Nullable String annex) {

  /// 文号 and annex, as edition lists show them.
  public String shown() {
    return annex == null ? number : number + " " + annex;
  }
}
