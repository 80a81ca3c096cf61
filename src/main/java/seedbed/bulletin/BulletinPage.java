package seedbed.bulletin;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Bars;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.FormErrors;
import seedbed.web.LineChart;
import seedbed.web.Pager;

/// What the pages of bulletins show.
///
/// @param head the same for all pages about one bulletin
/// @param parts with their drawings made
@Introspected
record BulletinPage(Head head, Content content, List<PartView> parts) {

  /// @param daysBehind how many days ago a draft was counted
  /// @param keeps whether the reader may change it
  /// @param lock the version that forms send back
  @Introspected
  record Head(
      long id,
      String title,
      String period,
      String basis,
      String state,
      String styleClass,
      boolean draft,
      boolean keeps,
      long daysBehind,
      long lock,
      String keptBy,
      @Nullable String archiveNumber,
      @Nullable LocalDate issuedOn,
      @Nullable String issuedBy,
      @Nullable String digest,
      @Nullable Long document) {}

  @Introspected
  record PartView(Content.Part part, List<GridView> grids) {}

  /// @param bars the drawing of the table, where it has one
  /// @param chart the same as a line over time
  @Introspected
  record GridView(Content.Grid grid, @Nullable Bars bars, @Nullable LineChart chart) {}

  /// Whether what was issued is still what it was.
  ///
  /// @param written when it was issued
  /// @param again of what is kept now
  /// @param entered in the archive; null where there is no such entry
  @Introspected
  record Verification(
      Head head,
      Instant at,
      boolean sound,
      String written,
      String again,
      @Nullable String entered) {}

  /// @param choices the periods that can be begun
  @Introspected
  record Index(
      List<VisibleBulletins.Line> lines,
      Pager pager,
      boolean keeps,
      List<Choice> choices,
      @Nullable String period,
      FormErrors errors) {}

  /// The companies behind a number.
  ///
  /// @param narrowed whether the reader sees a part of them only
  /// @param closed whether the reader sees how many they are and nothing else
  @Introspected
  record Companies(
      Head head,
      String caption,
      String list,
      String show,
      String town,
      Chips chips,
      boolean narrowed,
      boolean closed,
      boolean linked,
      boolean dated,
      boolean counted,
      List<CompanyLine> lines,
      Pager pager) {}

  @Introspected
  record CompanyLine(
      long companyId,
      String company,
      boolean demo,
      String region,
      String mark,
      String styleClass,
      String detail,
      @Nullable LocalDate happened,
      @Nullable BigDecimal amount) {}

  /// What the office writes.
  ///
  /// @param most how many highlights there can be
  /// @param others whether somebody else wrote in the meantime
  @Introspected
  record Edit(
      Head head,
      List<Field> fields,
      List<HighlightField> highlights,
      List<Suggestion> suggestions,
      int most,
      boolean others,
      FormErrors errors) {

    Edit ticked(List<String> chosen) {
      return new Edit(
          head,
          fields,
          highlights,
          suggestions.stream().map(each -> each.tickedIn(chosen)).toList(),
          most,
          others,
          errors);
    }
  }

  /// @param saved what somebody else wrote here in the meantime; null where nothing differs
  @Introspected
  record Field(
      String name, String heading, List<String> sentences, String words, @Nullable String saved) {}

  @Introspected
  record HighlightField(int place, String headline, String words, @Nullable String saved) {}

  /// Something that could be told.
  ///
  /// @param ticked whether somebody chose it and the form is shown again
  @Introspected
  record Suggestion(String value, String headline, String words, boolean ticked) {

    Suggestion tickedIn(List<String> chosen) {
      return new Suggestion(value, headline, words, chosen.contains(value));
    }
  }
}
