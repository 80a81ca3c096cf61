package seedbed.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// How a file is named for whoever downloads it.
public final class Download {
  private Download() {}

  /// The value of `Content-Disposition`; the name may be Chinese.
  public static String named(String name) {
    var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename*=UTF-8''" + encoded;
  }
}
