package seedbed.drafting;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.criteria.Edition;
import seedbed.criteria.EditionFiles;
import seedbed.criteria.Editions;
import seedbed.web.Refusal;

/// How a draft comes to be: as a copy of an edition, as the confirmation of one that waits for a
/// year's notice, or from a file.
@Singleton
class Beginning {
  private static final String NO_CASES = "edition: none\ncases: []\n";

  private final Editions editions;
  private final EditionFiles files;
  private final Drafting drafting;
  private final Clock clock;

  Beginning(Editions editions, EditionFiles files, Drafting drafting, Clock clock) {
    this.editions = editions;
    this.files = files;
    this.drafting = drafting;
    this.clock = clock;
  }

  /// The notice that confirms an edition.
  ///
  /// @param text what it says
  record Notice(String number, String name, LocalDate from, String text) {}

  Draft copy(String original, Caller by) {
    return drafting.begin(
        begun(original, Purpose.AMEND, by.username()), copied(original), "复制自" + named(original));
  }

  /// @param revised what the demonstration changes about the copy
  Draft demonstrate(String original, String by, UnaryOperator<Tree.Group> revised) {
    var text = copied(original);
    return drafting.begin(
        begun(original, Purpose.AMEND, by).asDemonstration(),
        new Drafting.Text(revised.apply(text.document()), text.cases(), text.ends()),
        "复制自" + named(original));
  }

  Draft confirm(String original, Notice notice, Caller by) {
    var text = copied(original);
    var document = Tree.group(text.document().get("document").orElse(null));
    var notes = new ArrayList<>(Tree.items(text.document().get("notes").orElse(null)));
    notes.add(Tree.leaf("经" + notice.number() + "确认：" + notice.text()));
    var confirmed =
        text.document()
            .with(
                "document",
                document
                    .with("number", notice.number())
                    .with("name", notice.name())
                    .with("annex", ""))
            .with("from", notice.from().toString())
            .with("notes", new Tree.Items(notes));
    return drafting.begin(
        begun(original, Purpose.CONFIRM, by.username()),
        new Drafting.Text(confirmed, text.cases(), text.ends()),
        "按 " + notice.number() + " 确认" + named(original));
  }

  /// @param yaml a file as `config/checklists` has them, from anybody
  Draft upload(String yaml, Caller by) {
    Tree.Group document;
    try {
      document = TreeReader.read(yaml);
    } catch (TreeReader.Refused e) {
      throw new Refusal.Invalid("file", e.sentence());
    }
    var code = document.text("id");
    if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*") || code.length() > 60) {
      throw new Refusal.Invalid("file", "文件里没有可用的版本代码（id），请用由“-”连接的小写英文字母和数字。");
    }
    var draft = Draft.begun(code, null, null, Purpose.UPLOAD, by.username(), clock.instant());
    return drafting.begin(
        draft, new Drafting.Text(document, TreeReader.read(NO_CASES), null), "从文件导入");
  }

  private String named(String id) {
    return editions.find(id).map(each -> "《" + each.name() + "》").orElse(id);
  }

  private Draft begun(String original, Purpose purpose, String by) {
    return Draft.begun(code(original), original, replaced(original), purpose, by, clock.instant());
  }

  private Drafting.Text copied(String original) {
    var source =
        editions
            .find(original)
            .flatMap(edition -> files.yaml(edition.id()))
            .orElseThrow(
                () -> new Refusal.Invalid("edition", "没有编号为“" + original + "”的标准版本，请从列表中选择。"));
    var document =
        TreeReader.read(source)
            .with("id", code(original))
            .with("from", LocalDate.now(clock).plusDays(1).toString())
            .with("to", "")
            .with("proved_until", "");
    var cases = TreeReader.read(files.casesYaml(original).orElse(NO_CASES));
    return new Drafting.Text(document, cases, replaced(original));
  }

  /// `rg-2021` becomes `rg-2026`, or `rg-2026-2` where that is taken.
  private String code(String original) {
    var stem = original.replaceFirst("-[0-9]{4}(-[0-9]+)?$", "");
    var plain = stem + "-" + LocalDate.now(clock).getYear();
    var code = plain;
    for (var number = 2; editions.find(code).isPresent(); number++) {
      code = plain + "-" + number;
    }
    return code;
  }

  /// The newest edition about the same that nothing has put an end to.
  private @Nullable String replaced(String original) {
    return editions.find(original).flatMap(this::latest).map(Edition::id).orElse(null);
  }

  private Optional<Edition> latest(Edition original) {
    return editions.timeline(original.title()).stream()
        .filter(each -> each.to() == null)
        .filter(each -> common(each, original))
        .reduce((_, later) -> later);
  }

  private static boolean common(Edition one, Edition other) {
    List<String> tracks = other.tracks();
    return Objects.equals(one.title(), other.title())
        && one.tracks().stream().anyMatch(tracks::contains);
  }
}
