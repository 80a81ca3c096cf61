package seedbed.criteria;

import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Proof;

/// A clause as a page or the API shows it, without any company.
///
/// @param id the id that findings carry too
/// @param kind what sort of condition it is, in a word
/// @param subject what is looked at, e.g. 上年度研发费用总额÷营业收入总额
/// @param required what is needed, e.g. `≥ 3 %` or 市级以上
/// @param toBeVerified whether it has to be marked 待核
/// @param parts what it is made of; the classes and lines of a score sheet too
/// @param waivedBy the clause of the yearly notice that does not test it in its round
public record Described(
    String id,
    String citation,
    String text,
    String kind,
    @Nullable String subject,
    @Nullable String required,
    @Nullable Proof proof,
    boolean toBeVerified,
    @Nullable String unverified,
    List<Described> parts,
    @Nullable String waivedBy) {

  public Described {
    parts = List.copyOf(parts);
  }

  /// How well it is proved, in words.
  public @Nullable String proofLabel() {
    return proof == null ? null : proof.label();
  }
}
