package seedbed.drafting;

import seedbed.drafting.Tree.Path;
import seedbed.web.Address;

/// Where the pages of a draft are.
final class Places {

  private Places() {}

  static Address draft(long id) {
    return Address.of("/drafts/" + id);
  }

  static Address head(long id) {
    return Address.of("/drafts/" + id + "/head");
  }

  static Address part(long id, Path at) {
    return Address.of("/drafts/" + id + "/part").with("at", at);
  }

  static Address cases(long id) {
    return Address.of("/drafts/" + id + "/cases");
  }
}
