package seedbed.criteria;

import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Clause;
import seedbed.criteria.rule.Proof;

/// Where a criterion stands: what it takes over from what it is part of.
///
/// @param document 文号 of the document being read
/// @param id the id it has unless it names its own
/// @param clause the place in the document it has unless it names its own
/// @param text the wording it has unless it has its own
/// @param back how many years before the last full year its figures are from
/// @param year what tells the ids of one year from those of another, where a condition is repeated
record Place(
    String document,
    @Nullable String id,
    @Nullable String clause,
    @Nullable String text,
    Proof proof,
    int back,
    String year) {

  static Place top(String document, Proof proof) {
    return new Place(document, null, null, null, proof, 0, "");
  }

  Place part(String suffix) {
    return new Place(document, id + "." + suffix, clause, null, proof, back, year);
  }

  Place part(int place) {
    return part(Integer.toString(place));
  }

  Place worded(@Nullable String wording) {
    return new Place(document, id, clause, wording, proof, back, year);
  }

  Place named(String name) {
    return new Place(document, name, clause, text, proof, back, year);
  }

  Place yearsBack(int years) {
    return new Place(document, id, clause, text, proof, back + years, year + "." + (years + 1));
  }

  /// The same place with what the criterion says of itself.
  Place with(YamlFields fields) {
    return new Place(
        document,
        fields.has("id") ? fields.required("id").text() + year : id,
        own(fields, "clause", clause),
        own(fields, "text", text),
        fields.optional("proof", Place::proof, proof),
        back,
        year);
  }

  private static @Nullable String own(YamlFields fields, String key, @Nullable String inherited) {
    var value = fields.optional(key);
    return value == null ? inherited : value.text();
  }

  static Proof proof(YamlValue value) {
    return switch (value.text()) {
      case "seed" -> Proof.SEED;
      case "G" -> Proof.GOVERNMENT;
      case "T" -> Proof.REPOST;
      case "R" -> Proof.REPOSITORY;
      case "M" -> Proof.MEMORY;
      default -> throw value.flaw("不认识的核实程度“" + value.text() + "”", "请改为seed、G、T、R或M");
    };
  }

  Clause clause(YamlFields fields) {
    var owner = fields.owner();
    if (id == null) {
      throw owner.flaw("条件缺少“id”", "请补上由短词组成、在清单内不重复的id");
    }
    if (clause == null) {
      throw owner.flaw("条件“" + id + "”缺少“clause”", "请补上它在文件中的位置，如“附件2 制造类 第1项”");
    }
    if (text == null) {
      throw owner.flaw("条件“" + id + "”缺少“text”", "请补上条文文字");
    }
    return new Clause(
        id, document + " " + clause, text, proof, fields.optional("unverified", YamlValue::text));
  }
}
