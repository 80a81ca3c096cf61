package seedbed.assessment;

import static java.util.Comparator.naturalOrder;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.ChecklistTrack;
import seedbed.criteria.Edition;
import seedbed.criteria.Editions;
import seedbed.criteria.Selection;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Facts;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

/// Reads a question to the verdict API: which checklist, and which facts.
@Singleton
final class QuestionReader {
  private static final int MOST_ERRORS = 50;

  /// Decimals keep their digits; a key that stands twice is an error rather than a choice.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Editions editions;
  private final Titles titles;
  private final QuestionFacts facts;
  private final Clock clock;

  QuestionReader(Editions editions, Titles titles, QuestionFacts facts, Clock clock) {
    this.editions = editions;
    this.titles = titles;
    this.facts = facts;
    this.clock = clock;
  }

  /// A checklist and the facts to judge by it.
  record Question(Checklist checklist, Facts facts) {}

  /// Reads the text.
  ///
  /// @throws Refusal.Invalid naming every field that is wrong
  Question read(String text) {
    var errors = new ArrayList<FieldError>();
    var root = parsed(text, errors);
    root.knowsOnly(List.of("title", "track", "applicant", "on", "edition", "figures", "titles"));
    var on = on(root.get("on"));
    var checklist = checklist(root, on.orElse(null));
    // Without a day the figures are read all the same, so that everything wrong is told at once.
    var known = facts.read(root, on.orElseGet(() -> LocalDate.now(clock)));
    if (!errors.isEmpty() || checklist.isEmpty()) {
      throw new Refusal.Invalid(
          "请求中有 " + errors.size() + " 处需要改正。",
          errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
    }
    return new Question(checklist.get(), known);
  }

  /// A day on which there was a standard, or for which one can be expected to be in force.
  private Optional<LocalDate> on(JsonField field) {
    var first = editions.all().stream().map(Edition::from).min(naturalOrder()).orElseThrow();
    var last = LocalDate.of(LocalDate.now(clock).getYear() + 1, 12, 31);
    return field
        .date()
        .filter(day -> {
          var covered = !day.isBefore(first) && !day.isAfter(last);
          if (!covered) {
            field.refuse("判定日期应在 %s 至 %s 之间。".formatted(first, last));
          }
          return covered;
        });
  }

  private static JsonField parsed(String text, List<FieldError> errors) {
    try {
      var root = JSON.readTree(text);
      if (root != null && root.isObject()) {
        return new JsonField("", root, errors);
      }
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      throw new Refusal.Invalid(
          "",
          "请求不是有效的 JSON"
              + (place == null
                  ? "。"
                  : "：第 " + place.getLineNr() + " 行第 " + place.getColumnNr() + " 列附近有误。"));
    }
    throw new Refusal.Invalid("", "请求应为一个 JSON 对象。");
  }

  private Optional<Checklist> checklist(JsonField root, @Nullable LocalDate on) {
    var applicant = applicant(root.get("applicant"));
    var edition = root.get("edition");
    var asked = edition.absent() ? title(root.get("title")) : edition(edition);
    var tracks = asked.map(named -> edition.absent() ? editions.tracks(named) : tracksOf(named));
    var track = track(root.get("track"), tracks.orElseGet(QuestionReader::allTracks));
    if (track.isEmpty() || applicant.isEmpty() || asked.isEmpty() || on == null) {
      return Optional.empty();
    }
    return edition.absent()
        ? inForce(root.get("title"), asked.get(), track.get(), applicant.get(), on)
        : named(root, asked.get(), track.get(), applicant.get(), on);
  }

  private static List<String> allTracks() {
    return Arrays.stream(ChecklistTrack.values()).map(ChecklistTrack::code).toList();
  }

  private List<String> tracksOf(String edition) {
    return editions
        .find(edition)
        .map(Edition::tracks)
        .or(() -> editions.notice(edition).map(notice -> editions.tracks(notice.title())))
        .orElseThrow();
  }

  /// A question about companies of one kind must say which; nobody is judged by what happens to
  /// stand in for it.
  private static Optional<String> track(JsonField field, List<String> tracks) {
    if (!field.absent()) {
      return field
          .text()
          .filter(track -> {
            if (!tracks.contains(track)) {
              field.refuse("没有“" + track + "”这个类别，可用的有：" + String.join("、", tracks) + "。");
            }
            return tracks.contains(track);
          });
    }
    if (tracks.contains(ChecklistTrack.GENERAL.code())) {
      return Optional.of(ChecklistTrack.GENERAL.code());
    }
    if (tracks.size() > 1) {
      field.refuse("请指明类别：" + String.join("、", tracks) + "。");
      return Optional.empty();
    }
    return tracks.stream().findFirst();
  }

  private static Optional<Applicant> applicant(JsonField field) {
    return field
        .textOr(Applicant.NEW.code())
        .flatMap(code -> {
          var kind =
              Arrays.stream(Applicant.values())
                  .filter(each -> each.code().equals(code))
                  .findFirst();
          if (kind.isEmpty()) {
            field.refuse("应为 new（新申报）或 renewal（复核）。");
          }
          return kind;
        });
  }

  private Optional<String> title(JsonField field) {
    if (field.absent()) {
      field.refuse("title 与 edition 至少填写一个。");
      return Optional.empty();
    }
    return field.text().filter(title -> QuestionFacts.known(titles, title, field));
  }

  private Optional<String> edition(JsonField field) {
    return field
        .text()
        .filter(id -> {
          var known = editions.find(id).isPresent() || editions.notice(id).isPresent();
          if (!known) {
            field.refuse("没有“" + id + "”这个标准版本。");
          }
          return known;
        });
  }

  private Optional<Checklist> inForce(
      JsonField field, String title, String track, Applicant applicant, LocalDate on) {
    var found = editions.inForce(title, track, applicant, on);
    if (found.isEmpty()) {
      field.refuse(
          "%s 没有“%s”（%s，%s）的现行标准。"
              .formatted(on, titles.get(title).label(), track, applicant.label()));
    }
    return found;
  }

  private Optional<Checklist> named(
      JsonField root, String id, String track, Applicant applicant, LocalDate on) {
    return switch (editions.checklist(id, track, applicant, on)) {
      case Selection.Found(var checklist) -> about(root, checklist);
      case Selection.NoSuchEdition _ -> throw new IllegalStateException("checked before: " + id);
      case Selection.NoSuchChecklist(_, var tracks, var applicants) -> {
        root.get("track")
            .refuse(
                "该版本没有这一类别的标准，可用的类别：%s；适用：%s。"
                    .formatted(
                        String.join("、", tracks),
                        applicants.stream().map(Applicant::code).collect(Collectors.joining("、"))));
        yield Optional.empty();
      }
      case Selection.NothingInForce _ -> {
        root.get("on").refuse(on + " 没有该通知所依据的现行标准。");
        yield Optional.empty();
      }
    };
  }

  private static Optional<Checklist> about(JsonField root, Checklist checklist) {
    var field = root.get("title");
    if (!field.absent() && !field.text().equals(Optional.of(checklist.title()))) {
      field.refuse("该版本这一类别对应的称号是“" + checklist.title() + "”。");
      return Optional.empty();
    }
    return Optional.of(checklist);
  }
}
