package seedbed.report.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Three questions worth asking at a company, made from what is known and what is not. Each names
/// the figure, paper, title, task or clause that it is about; nothing is asked that anybody could
/// ask anywhere.
final class Questions {

  static final int MOST = 3;

  private Questions() {}

  /// What is known of a company.
  ///
  /// @param next the title it looks at next; null at the top of the ladder
  /// @param ready whether all conditions of it are met
  /// @param gap the nearest clause that is not met; null where there is none or it is not known
  /// @param missing figures without which nothing can be said, by name and year
  /// @param warnings what its last operating sheet warns of, in words
  record Basis(
      @Nullable String next,
      boolean ready,
      @Nullable Gap gap,
      List<String> missing,
      List<String> warnings,
      List<Fall> falls,
      List<Late> tasks,
      List<Ending> titles,
      List<Ending> papers) {

    Basis {
      missing = List.copyOf(missing);
      warnings = List.copyOf(warnings);
      falls = List.copyOf(falls);
      tasks = List.copyOf(tasks);
      titles = List.copyOf(titles);
      papers = List.copyOf(papers);
    }
  }

  /// A clause that is not met.
  ///
  /// @param citation document and clause
  /// @param found what was found; null where no number says it
  /// @param shortfall how much is lacking; null where no number says it
  record Gap(
      String wording,
      String citation,
      @Nullable String found,
      @Nullable String needed,
      @Nullable String shortfall) {}

  /// A figure that was higher the year before, both as shown with their unit.
  record Fall(String figure, int year, String before, String now) {}

  /// A task of the plan that is overdue.
  record Late(String task, LocalDate due) {}

  /// A title or paper and its last day.
  record Ending(String name, LocalDate lastDay) {}

  /// The most pressing of each kind first, then more of the same kinds.
  static List<String> of(Basis basis) {
    List<List<String>> kinds =
        List.of(
            basis.warnings().stream().map(Questions::warning).toList(),
            gap(basis),
            missing(basis),
            basis.tasks().stream().map(Questions::late).toList(),
            basis.titles().stream().map(Questions::title).toList(),
            basis.falls().stream().map(Questions::fall).toList(),
            basis.papers().stream().map(Questions::paper).toList(),
            ready(basis));
    List<String> asked = new ArrayList<>();
    for (int place = 0; asked.size() < MOST && any(kinds, place); place++) {
      int wanted = place;
      kinds.stream()
          .filter(kind -> kind.size() > wanted)
          .map(kind -> kind.get(wanted))
          .limit(MOST - asked.size())
          .forEach(asked::add);
    }
    return List.copyOf(asked);
  }

  private static boolean any(List<List<String>> kinds, int place) {
    return kinds.stream().anyMatch(kind -> kind.size() > place);
  }

  private static String warning(String wording) {
    return "%s原因是什么，后几个月订单怎样？".formatted(sentence(wording));
  }

  private static List<String> gap(Basis basis) {
    Gap gap = basis.gap();
    if (gap == null) {
      return List.of();
    }
    String stands =
        Stream.of(
                gap.found() == null ? null : "现在 " + gap.found(),
                gap.needed() == null ? null : "要求 " + gap.needed(),
                gap.shortfall() == null ? null : "还差 " + gap.shortfall())
            .filter(part -> part != null)
            .reduce((one, other) -> one + "，" + other)
            .map(words -> "，" + words)
            .orElse("");
    return List.of(
        "离%s最近的一条是“%s”（%s）%s，打算怎么补、什么时候能补上？"
            .formatted(basis.next(), stripped(gap.wording()), gap.citation(), stands));
  }

  private static List<String> missing(Basis basis) {
    String next = basis.next();
    return next == null
        ? List.of()
        : basis.missing().stream()
            .map(figure -> "判断%s还缺“%s”，这个数是多少，有什么材料能证明？".formatted(next, figure))
            .toList();
  }

  private static String late(Late late) {
    return "方案里的“%s”应在 %s 完成，现在卡在哪里，需要谁来协调？".formatted(stripped(late.task()), late.due());
  }

  private static String title(Ending title) {
    return "%s到 %s 期满，复核材料准备到哪一步，有没有不再符合的条款？".formatted(title.name(), title.lastDay());
  }

  private static String fall(Fall fall) {
    return "%s %d 年 %s，比上年的 %s 少，是市场原因还是主动调整？"
        .formatted(fall.figure(), fall.year(), fall.now(), fall.before());
  }

  private static String paper(Ending paper) {
    return "“%s”到 %s 为止，续办了没有？".formatted(stripped(paper.name()), paper.lastDay());
  }

  private static List<String> ready(Basis basis) {
    return basis.ready() && basis.next() != null
        ? List.of("%s的条件已经全部满足，打算什么时候申报，还缺哪些申报材料？".formatted(basis.next()))
        : List.of();
  }

  private static String sentence(String wording) {
    String text = wording.strip();
    return text.matches(".*[。！？]$") ? text : text + "。";
  }

  private static String stripped(String text) {
    return text.strip().replaceAll("[。；，]$", "");
  }
}
