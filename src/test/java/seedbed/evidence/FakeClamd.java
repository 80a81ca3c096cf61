package seedbed.evidence;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Speaks as a ClamAV daemon does, on the loopback, and says what a test wants to hear.
final class FakeClamd implements AutoCloseable {

  private static final String COMMANDS =
      "ClamAV 1.4.1/27000/Mon Nov 16 2026| COMMANDS: SCAN QUIT RELOAD PING CONTSCAN VERSIONCOMMANDS"
          + " VERSION END SHUTDOWN MULTISCAN FILDES STATS IDSESSION INSTREAM";

  static final String CLEAN = "stream: OK";
  static final String FOUND = "stream: Eicar-Test-Signature FOUND";
  static final String SILENCE = "";

  private final ServerSocket door;
  private volatile String answer = CLEAN;

  FakeClamd() {
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("fake-clamd").start(this::serve);
  }

  String address() {
    return "127.0.0.1:" + door.getLocalPort();
  }

  /// From now on.
  void says(String words) {
    answer = words;
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        Thread.ofVirtual().start(() -> hear(caller));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void hear(Socket caller) {
    try (caller) {
      DataInputStream in = new DataInputStream(caller.getInputStream());
      StringBuilder command = new StringBuilder();
      int end = in.read();
      for (; end > 0 && end != '\n'; end = in.read()) {
        command.append((char) end);
      }
      boolean scan = command.toString().endsWith("INSTREAM");
      for (int chunk = scan ? in.readInt() : 0; chunk > 0; chunk = in.readInt()) {
        in.readNBytes(chunk);
      }
      if (answer.equals(SILENCE)) {
        // Until the caller gives up.
        in.read();
        return;
      }
      caller
          .getOutputStream()
          .write(((scan ? answer : COMMANDS) + (char) end).getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      return;
    }
  }
}
