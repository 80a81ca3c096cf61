package seedbed.criteria.rule;

import org.jspecify.annotations.Nullable;

/// The place in a document that a criterion comes from.
///
/// @param id unique within its checklist; parts carry their parent's id and a suffix
/// @param citation document number, annex and clause, e.g. `皋政办发〔2021〕87号 附件2 制造类 第1条`
/// @param text the wording, quoted where the document may be quoted, otherwise in short words
/// @param unverified what about the clause has not been verified, if anything
public record Clause(
    String id, String citation, String text, Proof proof, @Nullable String unverified) {

  public boolean toBeVerified() {
    return unverified != null || proof.toBeVerified();
  }

  Clause readAs(String reading) {
    return new Clause(id, citation, text + "（" + reading + "）", proof, unverified);
  }
}
