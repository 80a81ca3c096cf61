package seedbed.inspection;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts the table of 附件6 together, before and after the inspection.
@Singleton
class Papers {

  private static final String OPEN = "检查结束后填报";

  private final Stored stored;

  Papers(Stored stored) {
    this.stored = stored;
  }

  /// What the paper says about the company.
  ///
  /// @param code its credit code; null where the filing did not say it yet
  record Head(
      String unit,
      String company,
      @Nullable String code,
      String titles,
      String leaders,
      LocalDate on) {}

  static FilingPaper filed(Head head, Filing filing, List<Stored.Pointed> pointed) {
    return new FilingPaper(
        head.unit(),
        head.on(),
        table(head, filing, null, List.of()),
        details(head, filing),
        pointed.stream().map(Papers::line).toList());
  }

  FilingPaper filed(Records.File file, Filed filed) {
    return filed(head(file, filed, filed.filedOn()), stored.content(filed), stored.warnings(filed));
  }

  FilingPaper concluded(
      Records.File file, Filed filed, Conclusion conclusion, List<FoundProblem> problems) {
    Filing filing = stored.content(filed);
    Head head = head(file, filed, conclusion.concludedOn());
    List<FilingPaper.Row> details = new ArrayList<>(details(head, filing));
    details.addAll(site(conclusion));
    if (conclusion.offDays()) {
      String reason = conclusion.offDaysReason();
      details.add(
          new FilingPaper.Row(
              "检查结束日期",
              conclusion.endedOn() + "，与报备的检查日期不符" + (reason == null ? "" : "：" + reason)));
    }
    for (FoundProblem problem : problems) {
      details.add(
          new FilingPaper.Row("问题 " + problem.ordinal() + "：" + problem.item(), words(problem)));
    }
    for (Addition addition : file.additions()) {
      details.add(new FilingPaper.Row("补充：" + addition.about(), addition.words()));
    }
    return new FilingPaper(
        head.unit(),
        head.on(),
        table(head, filing, conclusion, problems),
        details,
        stored.warnings(filed).stream().map(Papers::line).toList());
  }

  /// The file as it was when its conclusion was written: what was added later is not on that paper.
  Records.File before(Records.File file, Conclusion conclusion) {
    return new Records.File(
        file.inspection(),
        file.filed(),
        file.additions().stream()
            .filter(addition -> !addition.addedAt().isAfter(conclusion.concludedAt()))
            .toList(),
        file.conclusion(),
        file.problems(),
        file.answers());
  }

  private static Head head(Records.File file, Filed filed, LocalDate on) {
    return new Head(
        file.inspection().unit(),
        filed.companyName(),
        filed.creditCode(),
        filed.titles(),
        filed.leaders(),
        on);
  }

  private static List<FilingPaper.Row> table(
      Head head, Filing filing, @Nullable Conclusion conclusion, List<FoundProblem> problems) {
    String opinion = conclusion == null ? null : conclusion.opinion();
    return List.of(
        new FilingPaper.Row("企业名称", head.company()),
        new FilingPaper.Row("挂钩联系市领导", head.leaders().isEmpty() ? "未安排" : head.leaders()),
        new FilingPaper.Row("检查依据和原因", basis(filing)),
        new FilingPaper.Row("检查情况", conclusion == null ? OPEN : conclusion.words()),
        new FilingPaper.Row("处置结论\n存在问题是否首次发现", conclusion == null ? OPEN : firstFound(problems)),
        new FilingPaper.Row("处置结论\n此次处置结论", conclusion == null ? OPEN : conclusion.conclusion()),
        FilingPaper.Row.ofPerson(
            "检查人员签字", conclusion == null ? names(filing) : conclusion.inspectors()),
        new FilingPaper.Row("部门主要领导意见", opinion == null ? "" : opinion));
  }

  private static String basis(Filing filing) {
    return List.of(
            filing.text("item"),
            filing.text("legal-basis"),
            said("任务来源", filing, "origin"),
            filing.text("origin-note"),
            said("类别", filing, "kind"))
        .stream()
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String said(String label, Filing filing, String field) {
    return filing.said(field) ? label + "：" + shown(field, filing.text(field)) : "";
  }

  private static String names(Filing filing) {
    return filing.officers().stream()
        .map(Filing.Officer::name)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.joining("、"));
  }

  private static String firstFound(List<FoundProblem> problems) {
    return problems.isEmpty()
        ? "没有发现问题"
        : problems.stream()
            .map(problem -> problem.item() + "：" + (problem.firstFound() ? "首次发现" : "不是首次发现"))
            .collect(Collectors.joining("\n"));
  }

  private static String words(FoundProblem problem) {
    List<String> words =
        new ArrayList<>(
            List.of(
                problem.words(),
                (problem.firstFound() ? "首次发现" : "不是首次发现")
                    + "；处置："
                    + problem.disposition().label()));
    if (problem.reason() != null) {
      words.add("理由：" + problem.reason());
    }
    if (problem.correctBy() != null) {
      words.add("整改期限：" + problem.correctBy());
    }
    if (problem.recheckOn() != null) {
      words.add("复查日期：" + problem.recheckOn());
    }
    return String.join("\n", words);
  }

  private static List<FilingPaper.Row> details(Head head, Filing filing) {
    List<FilingPaper.Row> details = new ArrayList<>();
    String code = head.code();
    if (code != null) {
      details.add(new FilingPaper.Row("统一社会信用代码", code.isEmpty() ? "没有登记" : code));
      details.add(new FilingPaper.Row("企业称号", head.titles().isEmpty() ? "没有登记" : head.titles()));
    }
    Filing.ENTRIES.stream()
        .filter(entry -> filing.said(entry.name()))
        .map(entry ->
            new FilingPaper.Row(
                entry.label(), shown(entry.name(), filing.text(entry.name())), entry.personal()))
        .forEach(details::add);
    return details;
  }

  private static List<FilingPaper.Row> site(Conclusion conclusion) {
    List<FilingPaper.Row> site = new ArrayList<>();
    LocalDate told = conclusion.toldOn();
    if (conclusion.enteredAt() != null) {
      site.add(new FilingPaper.Row("进场时间", conclusion.entered()));
    }
    if (conclusion.leftAt() != null) {
      site.add(new FilingPaper.Row("离场时间", conclusion.left()));
    }
    if (told != null) {
      site.add(new FilingPaper.Row("结果告知企业日期", told.toString()));
    }
    return site;
  }

  /// A field in the words of the form.
  static String shown(String field, String typed) {
    return switch (field) {
      case "origin" -> Coded.of(Origin.class, typed).map(Coded::label).orElse(typed);
      case "kind" -> Coded.of(Kind.class, typed).map(Coded::label).orElse(typed);
      case "area" -> Coded.of(Area.class, typed).map(Coded::label).orElse(typed);
      case "manner" -> Coded.of(Manner.class, typed).map(Coded::label).orElse(typed);
      case "organ" -> Coded.of(Organ.class, typed).map(Coded::label).orElse(typed);
      case "necessary", "emergency", "rights", "counts" ->
          typed.equals("yes") ? "是" : typed.isEmpty() ? "" : "否";
      default -> typed;
    };
  }

  private static String line(Stored.Pointed pointed) {
    return pointed.sentence() + "（" + pointed.clause() + "）";
  }
}
