package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Permissions;
import seedbed.report.dossier.Dossier.Block;
import seedbed.report.dossier.Dossier.Chapter;
import seedbed.report.dossier.Dossier.Column;
import seedbed.request.Requests;

/// What the company asked for: what was open on the day, and what was over last.
@Singleton
class RequestSection implements Section {

  private final Requests requests;
  private final Permissions permissions;

  RequestSection(Requests requests, Permissions permissions) {
    this.requests = requests;
    this.permissions = permissions;
  }

  @Override
  public int getOrder() {
    return 55;
  }

  @Override
  public Optional<Chapter> chapter(Subject subject) {
    return permissions
        .of(subject.permission().caller(), Act.SEE_REQUESTS)
        .map(permission ->
            requests.of(subject.company(), permission.scope(), subject.chosen().day()))
        .map(lines -> new Chapter("requests", "企业诉求", blocks(lines, subject.chosen().past())));
  }

  private static List<Block> blocks(List<Requests.Line> lines, boolean past) {
    long open = lines.stream().filter(Requests.Line::open).count();
    return List.of(
        Block.words((past ? "当日" : "目前") + (open == 0 ? "没有未办结的诉求。" : "有 " + open + " 件诉求未办结。")),
        Block.table(
            List.of(
                Column.text("诉求", 6),
                Column.text("类别", 3),
                Column.text("提出", 2),
                Column.text("状态", 2),
                Column.text("由谁办理", 3),
                Column.text("期限", 3)),
            lines.stream().map(RequestSection::row).toList(),
            "企业没有提出过诉求。"));
  }

  private static List<String> row(Requests.Line line) {
    return List.of(
        line.subject(),
        line.kind(),
        "" + line.raisedOn(),
        line.stage(),
        line.owner(),
        line.dueOn() == null
            ? ""
            : line.dueOn() + (line.daysLate() > 0 ? "，逾期 " + line.daysLate() + " 天" : ""));
  }
}
