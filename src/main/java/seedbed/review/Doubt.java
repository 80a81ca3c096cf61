package seedbed.review;

import java.util.ArrayList;
import java.util.List;

/// What speaks against deciding so about a member together with others. About `review_member m`,
/// `review_ruling u`.
enum Doubt {
  FAILING("留库条件不满足", "m.stay = 'NOT_MET'"),
  OPEN("留库条件待定", "(m.stay = 'UNKNOWN' OR m.stay IS NULL)"),
  FITTING("满足留库条件", "m.stay = 'MET'"),
  ADVISED_TO_ACT("镇（街道）建议限期整改或者调出", "u.opinion IN ('RECTIFY', 'REMOVE')"),
  NOT_ADVISED_TO_RECTIFY("镇（街道）意见不是限期整改", "u.opinion <> 'RECTIFY'"),
  NOT_ADVISED_TO_REMOVE("镇（街道）意见不是调出", "u.opinion <> 'REMOVE'"),
  UNADVISED("镇（街道）还没有提出意见，期限未到", "u.opinion IS NULL");

  private final String label;
  private final String condition;

  Doubt(String label, String condition) {
    this.label = label;
    this.condition = condition;
  }

  String label() {
    return label;
  }

  String condition() {
    return condition;
  }

  /// A recommendation is weighed one by one: see [Recommending].
  ///
  /// @param waiting whether townships may still speak
  static List<Doubt> of(Decision decision, boolean waiting) {
    List<Doubt> doubts =
        new ArrayList<>(
            switch (decision) {
              case KEEP -> List.of(FAILING, OPEN, ADVISED_TO_ACT);
              case RECTIFY -> List.of(FITTING, NOT_ADVISED_TO_RECTIFY);
              case REMOVE -> List.of(FITTING, OPEN, NOT_ADVISED_TO_REMOVE);
              case RECOMMEND -> List.<Doubt>of();
            });
    if (waiting && decision != Decision.RECOMMEND) {
      doubts.add(UNADVISED);
    }
    return List.copyOf(doubts);
  }
}
