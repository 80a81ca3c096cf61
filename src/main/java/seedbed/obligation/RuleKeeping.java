package seedbed.obligation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.company.Region;
import seedbed.company.Regions;

/// Who may change the rules. They hold for every region of an installation, so only the office may
/// under which all others are: the county's where there is one county, the city's where there are
/// several. No county changes what another one has to report.
@Singleton
public class RuleKeeping {

  private final RuleTerritory territory;
  private final Regions regions;
  private final Permissions permissions;

  RuleKeeping(RuleTerritory territory, Regions regions, Permissions permissions) {
    this.territory = territory;
    this.regions = regions;
    this.permissions = permissions;
  }

  public boolean may(Caller caller) {
    return permissions.allow(caller, Act.KEEP_REMINDER_RULES)
        && keeper(territory.offices()).filter(caller.regionCode()::equals).isPresent();
  }

  /// Whose rules they are and who may change them, in one sentence.
  public String words() {
    List<String> offices = territory.offices();
    String whose = String.join("、", offices.stream().map(this::name).toList());
    return keeper(offices)
        .map(keeper ->
            offices.size() == 1
                ? "规则适用于%s，由%s培育办修改。".formatted(whose, name(keeper))
                : "规则由各地共用（%s），只能由管辖全部地区的%s培育办修改。".formatted(whose, name(keeper)))
        .orElse("规则由各地共用（" + whose + "），一地不能单独修改；须由管辖全部地区的上级培育办修改，请系统管理员为其开通账号。");
  }

  private String name(String region) {
    return regions.findByCode(region).map(Region::name).orElse(region);
  }

  /// The region that all others lie in; empty where none does.
  static Optional<String> keeper(List<String> offices) {
    return offices.stream()
        .filter(each -> offices.stream().allMatch(other -> other.startsWith(each)))
        .findFirst();
  }
}
