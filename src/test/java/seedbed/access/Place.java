package seedbed.access;

/// Where a thing is, seen from the people of the cast: all of them are at home in one town, the
/// company's account belongs to one company there, which is linked to the leader.
enum Place {
  OWN("own"),
  OTHER_COMPANY("other-company"),
  OTHER_TOWN("other-town"),
  OTHER_COUNTY("other-county"),
  OTHER_UNIT("other-unit");

  private final String code;

  Place(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
