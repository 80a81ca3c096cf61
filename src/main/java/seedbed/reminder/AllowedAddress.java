package seedbed.reminder;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether a robot may be called: only by TLS, only at hosts of a list, and never where their names
/// lead into this network, so that nobody reaches an inner service by way of Seedbed.
final class AllowedAddress {

  private static final int TLS = 443;

  private final List<String> hosts;
  private final Names names;

  /// Finds the addresses of a name.
  interface Names {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  AllowedAddress(List<String> hosts, Names names) {
    this.hosts = hosts.stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).toList();
    this.names = names;
  }

  /// Why it may not be called; empty when it may.
  Optional<String> refusal(URI address) {
    String host = address.getHost();
    if (!"https".equalsIgnoreCase(address.getScheme()) || host == null) {
      return Optional.of("机器人地址应以 https:// 开头");
    }
    if (address.getRawUserInfo() != null || (address.getPort() != -1 && address.getPort() != TLS)) {
      return Optional.of("机器人地址不能带用户名或别的端口");
    }
    if (!hosts.contains(host.toLowerCase(Locale.ROOT))) {
      return Optional.of("主机 " + host + " 不在允许的名单内");
    }
    try {
      for (InetAddress each : names.of(host)) {
        if (inner(each)) {
          return Optional.of("主机 " + host + " 解析到内部地址");
        }
      }
      return Optional.empty();
    } catch (UnknownHostException _) {
      return Optional.of("找不到主机 " + host);
    }
  }

  static boolean inner(InetAddress address) {
    return address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || reserved(address);
  }

  // What the JDK has no word for: unique local IPv6, shared (RFC 6598), "this network", reserved,
  // and IPv4 written as IPv6 by translation.
  private static boolean reserved(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if (address instanceof Inet6Address) {
      return (first & 0xfe) == 0xfc
          || (first == 0x20 && second == 0x02)
          || (first == 0 && second == 0x64 && (bytes[2] & 0xff) == 0xff);
    }
    return first == 0
        || first >= 240
        || (first == 100 && second >= 64 && second < 128)
        || (first == 192 && second == 0 && bytes[2] == 0)
        || (first == 198 && (second == 18 || second == 19));
  }
}
