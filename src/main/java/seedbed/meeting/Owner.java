package seedbed.meeting;

/// Who has to carry a decision out.
///
/// @param code the code of a region, or the name of a department
/// @param label as minutes name it
/// @param reached whether somebody reads of it; a department without an account does not
record Owner(Kind kind, String code, String label, boolean reached) {

  enum Kind {
    OFFICE,
    TOWN,
    UNIT
  }

  /// As a form offers it.
  String choice() {
    return reached ? label : label + "（没有账号，请另行通知）";
  }

  /// As a form sends it: `TOWN:320682001`.
  String value() {
    return kind + ":" + code;
  }
}
