package seedbed.sheet;

import seedbed.criteria.SheetPlan.Level;

/// What is wrong or strange about one value of a sheet.
///
/// @param code the indicator
record Doubt(String code, Level level, String sentence) {

  boolean error() {
    return level == Level.ERROR;
  }
}
