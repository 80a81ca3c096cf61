package seedbed.schedule;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;

/// What this process is called where several write into one database. In containers every process
/// has the same number, on one machine the same host: together they tell.
@Singleton
public class Node {

  private static final int LONGEST = 120;

  private final String name = name(host(), ProcessHandle.current().pid());

  public String name() {
    return name;
  }

  static String name(String host, long process) {
    String end = "-" + process;
    return host.substring(0, Math.min(host.length(), LONGEST - end.length())) + end;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "localhost";
    }
  }
}
