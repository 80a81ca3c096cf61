package seedbed.reminder;

import java.io.IOException;
import java.net.URI;

/// Sends JSON somewhere and gives back what was answered.
interface Posting {

  /// @throws IOException when nobody answered, or not with success
  String post(URI address, String json) throws IOException;
}
