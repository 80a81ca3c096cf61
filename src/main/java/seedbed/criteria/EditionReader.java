package seedbed.criteria;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Proof;

/// Reads an edition.
final class EditionReader {
  private static final List<String> KEYS =
      List.of(
          "id",
          "name",
          "title",
          "level",
          "document",
          "from",
          "to",
          "proved_until",
          "proof",
          "notes",
          "checklists");

  private final Dictionary dictionary;

  EditionReader(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  Edition read(YamlValue root) {
    var fields = root.fields().only(KEYS);
    var from = fields.required("from").date();
    var to = fields.optional("to", YamlValue::date);
    if (to != null && to.isBefore(from)) {
      throw fields.required("to").flaw("废止日早于生效日", "请核对from和to");
    }
    var proved = fields.optional("proved_until", YamlValue::date);
    if (proved != null && proved.isBefore(from)) {
      throw fields.required("proved_until").flaw("沿用依据的截止日早于生效日", "请核对from和proved_until");
    }
    var id = id(fields.required("id"));
    var document = document(fields.required("document"));
    var hash = Meaning.hash(root);
    var place = Place.top(document.number(), fields.optional("proof", Place::proof, Proof.SEED));
    var seen = new HashSet<String>();
    var checklists =
        fields.required("checklists").some(each -> checklists(each, id, hash, place, seen));
    return new Edition(
        id,
        fields.required("name").text(),
        dictionary.title(fields.required("title")).code(),
        Dictionary.level(fields.required("level")),
        document,
        from,
        to,
        proved,
        fields.optional("notes", notes -> notes.list(YamlValue::text), List.of()),
        checklists.stream().flatMap(List::stream).toList(),
        hash);
  }

  /// Files are named after what they hold, so that an id can be found and is not taken twice.
  static String id(YamlValue value) {
    var id = value.text();
    if (!value.file().endsWith("/" + id + ".yml")) {
      throw value.flaw("id“" + id + "”与文件名不一致", "请把文件命名为" + id + ".yml，或改正id");
    }
    return id;
  }

  static Document document(YamlValue value) {
    var fields = value.fields().only(List.of("number", "name", "annex"));
    return new Document(
        fields.required("number").text(),
        fields.required("name").text(),
        fields.optional("annex", YamlValue::text));
  }

  private List<Checklist> checklists(
      YamlValue value, String edition, String hash, Place place, Set<String> seen) {
    var fields = value.fields().only(List.of("title", "track", "applicant", "criteria"));
    var title = dictionary.title(fields.required("title"));
    var track = track(fields.required("track"));
    var applicants =
        fields.required("applicant").oneOrMore().stream().map(CriterionReader::applicant).toList();
    var checklists = new ArrayList<Checklist>();
    for (var applicant : applicants) {
      if (!seen.add(track.code() + " " + applicant.code())) {
        throw value.flaw(
            "同一版本内“" + track.label() + "·" + applicant.label() + "”有两份清单", "请合并或改正track、applicant");
      }
      var criteria =
          new CriterionReader(dictionary, applicant).criteria(fields.required("criteria"), place);
      checklists.add(
          new Checklist(edition, hash, null, title.code(), track.code(), applicant, criteria));
    }
    return checklists;
  }

  static ChecklistTrack track(YamlValue value) {
    return ChecklistTrack.of(value.text())
        .orElseThrow(() ->
            value.flaw(
                "没有“" + value.text() + "”这一类别", "请改为manufacturing、innovation、product或general"));
  }
}
