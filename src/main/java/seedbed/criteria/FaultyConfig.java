package seedbed.criteria;

import java.util.List;
import java.util.stream.Collectors;

/// The files of the config folder cannot be used as they are. The message is meant for the person
/// who starts the server: every problem with its file, its line and its remedy.
public final class FaultyConfig extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int SHOWN = 10;

  private final transient List<Problem> problems;

  FaultyConfig(List<Problem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  FaultyConfig(String message) {
    super(message);
    this.problems = List.of();
  }

  public List<Problem> problems() {
    return problems;
  }

  private static String message(List<Problem> problems) {
    var shown =
        problems.stream()
            .limit(SHOWN)
            .map(Problem::shown)
            .collect(Collectors.joining("\n  ", "  ", ""));
    var more = problems.size() > SHOWN ? "\n  另有" + (problems.size() - SHOWN) + "处未列出。" : "";
    return "标准配置有" + problems.size() + "处问题，服务未启动：\n" + shown + more;
  }
}
