package seedbed.inspection;

import java.util.List;

/// Before whose inspection the government and the linked leader are told: 皋政办发〔2021〕87号 四（四）,
/// companies that are 小巨人 or 单项冠军 at the level of 南通 or above. Special inspections ordered from
/// above and necessary ones for safety or environment are exempt, and no filing ever holds up an
/// inspection that the law requires.
final class FilingDuty {

  /// From the lowest to the highest.
  static final List<String> TITLES =
      List.of("nantong-giant", "jiangsu-giant", "little-giant", "key-little-giant", "champion");

  private FilingDuty() {}

  /// Those of the titles that call for a filing.
  static List<String> calledForBy(List<String> held) {
    return held.stream().filter(TITLES::contains).toList();
  }
}
