package seedbed.criteria;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import seedbed.criteria.Overlay.Rule;
import seedbed.criteria.rule.Clause;
import seedbed.criteria.rule.Proof;

/// Reads a yearly notice.
final class OverlayReader {
  private static final List<String> KEYS =
      List.of("id", "name", "title", "document", "round", "proof", "notes", "rules");

  private final Dictionary dictionary;
  private final Set<String> editions;

  /// @param editions the ids of all editions
  OverlayReader(Dictionary dictionary, Set<String> editions) {
    this.dictionary = dictionary;
    this.editions = editions;
  }

  Overlay read(YamlValue root) {
    var fields = root.fields().only(KEYS);
    var round = fields.required("round").fields().only(List.of("from", "to"));
    var from = round.required("from").date();
    var to = round.required("to").date();
    if (to.isBefore(from)) {
      throw round.required("to").flaw("截止日早于起始日", "请核对from和to");
    }
    var document = EditionReader.document(fields.required("document"));
    var place = Place.top(document.number(), fields.optional("proof", Place::proof, Proof.SEED));
    var seen = new HashSet<String>();
    return new Overlay(
        EditionReader.id(fields.required("id")),
        fields.required("name").text(),
        dictionary.title(fields.required("title")).code(),
        document,
        from,
        to,
        fields.optional("notes", notes -> notes.list(YamlValue::text), List.of()),
        fields.required("rules").some(rule -> rule(rule, place, seen)),
        Meaning.hash(root));
  }

  private Rule rule(YamlValue value, Place place, Set<String> seen) {
    var fields = value.fields().only(List.of("applicant", "edition", "waive", "add"));
    var applicant = CriterionReader.applicant(fields.required("applicant"));
    if (!seen.add(applicant.code())) {
      throw value.flaw("“" + applicant.label() + "”写了两段", "请合并为一段");
    }
    var reader = new CriterionReader(dictionary, applicant);
    return new Rule(
        applicant,
        fields.optional("edition", this::edition),
        fields.optional("waive", waive -> waive.list(each -> waived(each, place)), List.of()),
        fields.optional("add", add -> reader.criteria(add, place), List.of()));
  }

  private String edition(YamlValue id) {
    if (!editions.contains(id.text())) {
      throw id.flaw("没有“" + id.text() + "”这个版本", "请改为checklists中已有的版本");
    }
    return id.text();
  }

  private static Clause waived(YamlValue value, Place place) {
    var fields = value.fields().only(List.of("criterion", "text", "clause", "proof", "unverified"));
    return place.named(fields.required("criterion").text()).with(fields).clause(fields);
  }
}
