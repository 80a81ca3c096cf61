package seedbed.review;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.criteria.rule.Truth;

/// Weighs who of a list can be recommended for the title above at one stroke. Whoever does not meet
/// what the pool asks for, or of whom the township says something else or may still speak, is left
/// out: the office decides about those one by one.
@Singleton
class Recommending {

  private final VisibleMembers members;

  Recommending(VisibleMembers members) {
    this.members = members;
  }

  /// @param reasons why it is not recommended together with others
  record Left(VisibleMembers.Ruled member, List<String> reasons) {

    Left {
      reasons = List.copyOf(reasons);
    }
  }

  /// Those of a list that are not decided yet.
  ///
  /// @param settled how many of it are decided already
  record Weighed(List<VisibleMembers.Ruled> taken, List<Left> left, long settled) {

    Weighed {
      taken = List.copyOf(taken);
      left = List.copyOf(left);
    }

    List<Long> ids() {
      return taken.stream().map(VisibleMembers.Ruled::id).toList();
    }
  }

  Weighed weigh(Round round, MemberQuery query, Scope scope, LocalDate today) {
    List<VisibleMembers.Ruled> taken = new ArrayList<>();
    List<Left> left = new ArrayList<>();
    List<VisibleMembers.Ruled> open =
        members.list(round.id(), query.undecided(), scope, Integer.MAX_VALUE, 0);
    for (VisibleMembers.Ruled member : open) {
      List<String> reasons = against(member, round, today);
      if (reasons.isEmpty()) {
        taken.add(member);
      } else {
        left.add(new Left(member, reasons));
      }
    }
    return new Weighed(taken, left, members.count(round.id(), query, scope) - open.size());
  }

  private static List<String> against(VisibleMembers.Ruled member, Round round, LocalDate today) {
    List<String> reasons = new ArrayList<>();
    if (member.stay() == Truth.NOT_MET) {
      reasons.add("留库条件不满足" + why(member.stayWords()));
    }
    if (member.nextTitle() == null) {
      reasons.add("已在梯度最高一级，没有上一级可以推荐");
    } else if (member.nextTruth() == null) {
      reasons.add("上一级没有在用的标准，不能判定");
    } else if (member.nextTruth() == Truth.NOT_MET) {
      reasons.add("上一级条件不满足" + why(member.nextWords()));
    }
    Decision opinion = member.opinion();
    if (opinion == null && waiting(round, today)) {
      reasons.add("镇（街道）还没有提出意见，期限 " + round.opinionsDue() + " 未到");
    }
    if (opinion != null && opinion != Decision.RECOMMEND) {
      reasons.add("镇（街道）意见是“" + opinion.label() + "”" + why(member.opinionNote()));
    }
    return reasons;
  }

  private static String why(@Nullable String words) {
    return words == null ? "" : "：" + words;
  }

  /// Whether townships may still speak.
  static boolean waiting(Round round, LocalDate today) {
    return !today.isAfter(round.opinionsDue());
  }
}
