package seedbed.inspection;

import java.util.List;
import java.util.Set;
import seedbed.criteria.InspectionRules;

/// The rules of 皋政办发〔2021〕87号, for tests that need no file.
final class GivenRules {

  static final InspectionRules RULES =
      new InspectionRules(
          List.of("nantong-giant", "jiangsu-giant", "little-giant", "key-little-giant", "champion"),
          Set.of("safety", "environment"),
          15,
          1,
          10,
          2,
          3,
          "皋政办发〔2021〕87号 四（四）");

  private GivenRules() {}
}
