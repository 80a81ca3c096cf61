package seedbed.criteria.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The criteria for one title, one track and one kind of applicant, as one edition has them and one
/// yearly notice may change them.
///
/// @param edition the edition's id
/// @param editionHash the hash of the edition as published; part of every verdict number
/// @param overlay the id of the yearly notice applied, if any
/// @param criteria all must be met, in the order of the document
public record Checklist(
    String edition,
    String editionHash,
    @Nullable String overlay,
    String title,
    String track,
    Applicant applicant,
    List<Criterion> criteria) {

  public Checklist {
    criteria = List.copyOf(criteria);
  }

  public enum Applicant {
    NEW("new", "新申报"),
    RENEWAL("renewal", "复核");

    private final String code;
    private final String label;

    Applicant(String code, String label) {
      this.code = code;
      this.label = label;
    }

    public String code() {
      return code;
    }

    public String label() {
      return label;
    }
  }
}
