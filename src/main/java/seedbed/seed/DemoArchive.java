package seedbed.seed;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.Accounts;
import seedbed.archive.Letter;
import seedbed.archive.Registering;
import seedbed.archive.Series;

/// A demonstration year of the register: what an office gets, sends, minutes and reports, all of it
/// made up and marked 示例.
@Singleton
class DemoArchive {

  private static final String MARK = "示例：";
  private static final String OFFICE = "培育办";
  private static final int DAYS = 365;
  private static final int PIECES = 12;

  /// What the year brings, from its first day to its last: how many days after the first, the
  /// series, the title, whom it comes from or goes to, its reference, how many pages. A star stands
  /// for the calendar year, # for the place among those of the series in it.
  private static final List<Line> YEAR =
      List.of(
          new Line(9, Series.INCOMING, "关于做好专精特新企业信息更新工作的通知", "示例市工业和信息化局", "示工信〔*〕3号", 4),
          new Line(16, Series.MINUTES, "培育工作专班会议纪要（*年第#次）", null, "示培育纪〔*〕#号", 3),
          new Line(24, Series.OUTGOING, "关于报送年度培育工作要点的函", "各镇（街道）", "示发改函〔*〕7号", 6),
          new Line(33, Series.BULLETIN, "企业培育信息通报（*年第#期）", "各镇（街道）、各责任部门", "*年第#期", 8),
          new Line(41, Series.INCOMING, "关于组织申报创新型中小企业的通知", "示例省工业和信息化厅", "示工信企业〔*〕22号", 11),
          new Line(52, Series.OUTGOING, "关于转发创新型中小企业申报通知的通知", "各镇（街道）", "示发改〔*〕15号", 12),
          new Line(63, Series.INCOMING, "关于请求协调用地问题的报告", "示例街道办事处", "示街〔*〕9号", 2),
          new Line(70, Series.OUTGOING, "关于用地问题的复函", "示例街道办事处", "示发改函〔*〕19号", 1),
          new Line(78, Series.MINUTES, "培育工作专班会议纪要（*年第#次）", null, "示培育纪〔*〕#号", 4),
          new Line(90, Series.BULLETIN, "企业培育信息通报（*年第#期）", "各镇（街道）、各责任部门", "*年第#期", 9),
          new Line(101, Series.INCOMING, "关于开展单项冠军企业复核工作的通知", "示例省工业和信息化厅", "示工信产业〔*〕41号", 7),
          new Line(113, Series.INCOMING, "关于提供企业纳税情况的复函", "示例市税务局", "示税函〔*〕12号", 1),
          new Line(126, Series.OUTGOING, "关于核实企业研发投入的函", "示例市科学技术局", "示发改函〔*〕33号", 2),
          new Line(139, Series.INCOMING, "关于企业研发投入核实情况的复函", "示例市科学技术局", "示科函〔*〕18号", 3),
          new Line(151, Series.BULLETIN, "企业培育信息通报（*年第#期）", "各镇（街道）、各责任部门", "*年第#期", 8),
          new Line(168, Series.MINUTES, "挂钩领导现场办公会议纪要（*年第#次）", null, "示培育纪〔*〕#号", 5),
          new Line(181, Series.OUTGOING, "关于报送上半年培育工作情况的报告", "示例市人民政府", "示发改报〔*〕26号", 9),
          new Line(197, Series.INCOMING, "关于组织推荐专精特新“小巨人”企业的通知", "示例省工业和信息化厅", "示工信企业〔*〕87号", 15),
          new Line(212, Series.BULLETIN, "企业培育信息通报（*年第#期）", "各镇（街道）、各责任部门", "*年第#期", 7),
          new Line(230, Series.OUTGOING, "关于推荐专精特新“小巨人”企业的请示", "示例省工业和信息化厅", "示发改请〔*〕11号", 4),
          new Line(249, Series.INCOMING, "关于企业环保情况的说明", "示例生态环境局", "示环函〔*〕64号", 2),
          new Line(263, Series.MINUTES, "培育工作专班会议纪要（*年第#次）", null, "示培育纪〔*〕#号", 4),
          new Line(281, Series.OUTGOING, "关于开展年度动态管理的通知", "各镇（街道）", "示发改〔*〕58号", 5),
          new Line(298, Series.BULLETIN, "企业培育信息通报（*年第#期）", "各镇（街道）、各责任部门", "*年第#期", 10),
          new Line(317, Series.INCOMING, "关于报送企业年度培育方案的报告", "示例镇人民政府", "示镇〔*〕31号", 6),
          new Line(334, Series.OUTGOING, "关于征求培育政策修订意见的函", "各责任部门", "示发改函〔*〕72号", 8),
          new Line(349, Series.INCOMING, "关于培育政策修订意见的复函", "示例市财政局", "示财函〔*〕55号", 2));

  private record Line(
      int day,
      Series series,
      String subject,
      @Nullable String counterpart,
      String reference,
      int pages) {

    /// As it was on a day, when it was the nth of its series in the year.
    Line written(LocalDate on, int nth) {
      return new Line(
          day,
          series,
          subject.replace("*", "" + on.getYear()).replace("#", "" + nth),
          counterpart,
          reference.replace("*", "" + on.getYear()).replace("#", "" + nth),
          pages);
    }
  }

  /// A line of the year that is entered when its turn comes.
  ///
  /// @param place where it lies
  private record Waiting(Line line, LocalDate day, int place) {}

  private final Deque<Waiting> bulletins = new ArrayDeque<>();
  private final Registering registering;
  private final Accounts accounts;
  private final Clock clock;

  DemoArchive(Registering registering, Accounts accounts, Clock clock) {
    this.registering = registering;
    this.accounts = accounts;
    this.clock = clock;
  }

  /// The year that ends today, only where nobody has entered anything yet. Bulletins wait for those
  /// that Seedbed counts itself, since they share a series and are numbered day by day.
  void open() {
    if (!registering.any()) {
      accounts.findByUsername(Role.OFFICE.code()).ifPresent(this::fill);
    }
  }

  private void fill(Account office) {
    LocalDate first = LocalDate.now(clock).minusDays(DAYS);
    Map<String, Integer> counted = new HashMap<>();
    int place = 0;
    for (Line pattern : YEAR) {
      LocalDate day = first.plusDays(pattern.day());
      Line line =
          pattern.written(
              day, counted.merge(pattern.series() + " " + day.getYear(), 1, Integer::sum));
      place++;
      if (line.series() == Series.BULLETIN) {
        bulletins.add(new Waiting(line, day, place));
      } else {
        keep(new Waiting(line, day, place), office);
      }
    }
    mistake(first.plusDays(YEAR.getLast().day() + 1), office);
  }

  /// Enters the bulletins of the days before one.
  void bulletinsBefore(LocalDate day) {
    accounts
        .findByUsername(Role.OFFICE.code())
        .ifPresent(office -> {
          while (!bulletins.isEmpty() && bulletins.getFirst().day().isBefore(day)) {
            keep(bulletins.removeFirst(), office);
          }
        });
  }

  private void keep(Waiting waiting, Account office) {
    Line line = waiting.line();
    long document = enter(line, waiting.day(), office);
    int place = waiting.place();
    // Of the newest the paper is still on a desk.
    if (place <= YEAR.size() - PIECES / 2) {
      registering.place(
          document,
          "1",
          "" + (1 + (place - 1) / PIECES),
          "" + (1 + (place - 1) % PIECES),
          null,
          office.username());
    }
    if (line.series() == Series.BULLETIN || place % PIECES == 1) {
      scan(document, line, waiting.day(), office);
    }
  }

  private long enter(Line line, LocalDate day, Account office) {
    return registering
        .enter(
            new Registering.Entry(
                line.series(),
                MARK + line.subject(),
                null,
                null,
                new Letter(
                    line.counterpart(),
                    line.reference(),
                    line.series() == Series.INCOMING ? day.minusDays(3) : day,
                    1,
                    line.pages(),
                    OFFICE,
                    null)),
            office.regionCode(),
            day,
            office.username())
        .id();
  }

  private void scan(long document, Line line, LocalDate day, Account office) {
    registering.attach(
        document,
        line.subject() + ".pdf",
        DemoPaper.of(
            List.of(
                new DemoPaper.Sheet(MARK + line.subject(), List.of(line.reference(), "" + day)))),
        office.username());
  }

  // Entered twice, and what became of it.
  private void mistake(LocalDate day, Account office) {
    Line twice =
        new Line(0, Series.INCOMING, "关于培育政策修订意见的复函", "示例市财政局（重复登记）", "示财函〔*〕55号", 2)
            .written(day, 1);
    registering.cancel(enter(twice, day, office), "示例：与前一份重复登记。", office.username());
  }
}
