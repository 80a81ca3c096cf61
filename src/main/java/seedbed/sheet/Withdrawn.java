package seedbed.sheet;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a company is told that took a sheet back.
///
/// @param sheet as it is called
/// @param span what it is for: 这一期 or 这一年度
/// @param relief 不应报 or 免报; null where it is owed
/// @param due by when it has to be handed in; null where no day is known
record Withdrawn(String sheet, String span, @Nullable String relief, @Nullable LocalDate due) {

  String sentence(LocalDate today) {
    return sheet + "已撤回，可以修改；" + next(today);
  }

  private String next(LocalDate today) {
    if (relief != null) {
      return span + relief + "，需要时再提交。";
    }
    if (due == null) {
      return "改好后请尽快再次提交。";
    }
    return today.isAfter(due) ? "期限 " + due + " 已过，改好后请尽快再次提交。" : "改好后请尽快再次提交，期限仍为 " + due + "。";
  }
}
