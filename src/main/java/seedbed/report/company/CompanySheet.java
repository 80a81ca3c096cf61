package seedbed.report.company;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Matters;
import seedbed.company.Company;
import seedbed.figure.Remark;
import seedbed.verdict.VerdictPanel;
import seedbed.web.ChosenDay;
import seedbed.web.LineChart;

/// Everything the page of one company shows.
///
/// @param agenda what to do now, for the company itself; null for everybody else
/// @param matters what is due, feature by feature; for the company itself, and today
/// @param title the code of the chosen rung; empty where there is none
/// @param without the label of a chosen title that no edition is in force for
/// @param bans titles that cannot be applied for, each in a sentence
/// @param titlesComplete whether a title that is not listed is known not to be held
@Introspected
record CompanySheet(
    Company company,
    Head head,
    @Nullable Agenda agenda,
    List<Matters.Matter> matters,
    ChosenDay chosen,
    List<LadderStep> ladder,
    String title,
    @Nullable VerdictPanel verdict,
    @Nullable String without,
    FigureTable figures,
    List<LineChart> charts,
    List<TitleLine> titles,
    boolean titlesComplete,
    List<String> bans,
    List<Remark> remarks,
    Doors doors) {

  /// Where the page leads its reader.
  ///
  /// @param own whether the reader is the company itself
  @Introspected
  record Doors(
      boolean trial,
      boolean decision,
      boolean invitation,
      boolean own,
      boolean inspections,
      boolean code) {}

  /// What the head of the page says about the company.
  @Introspected
  record Head(String region, String regionCode, List<Fact> facts, List<String> held) {}

  @Introspected
  record Fact(String name, String value) {}
}
