package seedbed.web;

import java.util.Set;

/// Fields that nobody types into: what a page puts in itself and what is chosen from a list or by a
/// button. Their values are numbers and codes of the program, which say nothing to a reader. A test
/// compares with the templates.
final class ChosenFields {

  private static final Set<String> NAMES =
      Set.of(
          """
          about accepted act add adopt after again aide answer area at aware batch checked
          clause clear company confirmed corrects counts csrfToken decision doubts due
          edition emergency expired factor field figure file first format from gap ground
          indicator item keep kind leader left letter level list lock manner mark member
          month more necessary newcomers newest office old on open opinion organ origin
          other outcome owner page paper payment period place plan q quarter region result
          rights role rows rule satisfaction score sealed seen series shape shared shift
          show size span standing state successor sure taken title to town township track
          unit upheld upward username version whole whose within writing year years
          """
              .strip()
              .split("\\s+"));

  private ChosenFields() {}

  /// @param name as the form writes it; what stands behind a dash is a number or a code of a line
  static boolean has(String name) {
    return NAMES.contains(name.replaceFirst("-.*", ""));
  }
}
