package seedbed.admission;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import seedbed.web.Formats;
import seedbed.word.Imprint;
import seedbed.word.OfficialDocument;
import seedbed.word.WordTable;

/// A public notice as an official document.
final class NoticePaper {

  private static final List<WordTable.Column> COLUMNS =
      List.of(
          WordTable.Column.centred("序号", 8),
          WordTable.Column.text("企业名称", 44),
          WordTable.Column.centred("统一社会信用代码", 31),
          WordTable.Column.centred("所在", 17));

  private NoticePaper() {}

  static String title(Notice notice) {
    return "关于拟纳入%s企业的公示".formatted(notice.pool());
  }

  static String fileName(Notice notice) {
    return title(notice) + "（" + notice.company() + "）.docx";
  }

  /// @return what it says
  static String write(Notice notice, Instant made, Imprint imprint, OutputStream out)
      throws IOException {
    String office = notice.office() + "发展和改革委员会";
    String number = notice.document();
    try (var document = new OfficialDocument(title(notice))) {
      document.made(made);
      if (number != null) {
        document.subtitle(number);
      }
      document
          .text(
              "经企业申报和逐级审核，拟将下列企业纳入%s，现予公示。公示期自%s至%s。"
                  .formatted(
                      notice.pool(), written(notice.shownFrom()), written(notice.shownUntil())))
          .table(
              COLUMNS,
              List.of(
                  List.of(
                      "1",
                      notice.company(),
                      notice.creditCode() == null ? "—" : notice.creditCode(),
                      notice.town())))
          .text("公示期内，任何单位和个人对拟纳入的企业有异议的，可以向%s书面反映，写明具体情况并附必要的证明材料。".formatted(office))
          .signed(office, dated(notice))
          .imprint(imprint)
          .write(out);
      return document.words();
    }
  }

  // What is announced for a day to come is signed when it is entered.
  private static LocalDate dated(Notice notice) {
    return notice.backdated() ? notice.shownFrom() : notice.enteredOn();
  }

  private static String written(LocalDate day) {
    return Formats.longDay(day).replace(" ", "");
  }
}
