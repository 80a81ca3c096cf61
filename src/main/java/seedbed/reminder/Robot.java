package seedbed.reminder;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.secret.OpaqueToken;
import seedbed.startup.StartFailure;

/// A robot of a group of people, which is told once a day how its region stands.
///
/// @param region the beginning of region codes
/// @param secret with which DingTalk wants calls to be signed
record Robot(Channel channel, String region, URI address, @Nullable String secret) {

  private static final int KEY = 16;

  enum Channel {
    MAIL("电子邮件"),
    WECOM("企业微信群机器人"),
    DINGTALK("钉钉群机器人");

    private final String label;

    Channel(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /// How rows name it, without its address, which is a secret.
  String key() {
    return new OpaqueToken(address.toString()).hash().substring(0, KEY);
  }

  /// Several, with semicolons between them.
  ///
  /// @throws StartFailure when one cannot be read
  static List<Robot> read(String typed) {
    List<Robot> robots = new ArrayList<>();
    for (String each : typed.split(";", -1)) {
      if (!each.isBlank()) {
        robots.add(one(each.strip()));
      }
    }
    return List.copyOf(robots);
  }

  private static Robot one(String typed) {
    String[] parts = typed.split("\\s+", -1);
    Channel channel =
        switch (parts[0]) {
          case "wecom" -> Channel.WECOM;
          case "dingtalk" -> Channel.DINGTALK;
          case String other -> throw wrong("没有“" + other + "”这种机器人，可用：wecom、dingtalk");
        };
    if (parts.length < 3 || parts.length > 4 || !parts[1].matches("[0-9]{2,12}")) {
      throw wrong("每个机器人依次写种类、区划代码、地址，钉钉的可以再写密钥");
    }
    try {
      return new Robot(channel, parts[1], new URI(parts[2]), parts.length == 4 ? parts[3] : null);
    } catch (URISyntaxException _) {
      throw wrong("第 " + parts[1] + " 区划的机器人地址不是网址");
    }
  }

  // Without the address: it is a secret and this goes to the log.
  private static StartFailure wrong(String what) {
    return new StartFailure("SEEDBED_ROBOTS：" + what + "。请改正后再启动。");
  }

  @Override
  public String toString() {
    return channel + " " + region;
  }
}
