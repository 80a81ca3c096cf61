package seedbed.reminder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What group robots of WeCom and DingTalk are sent and answer. Both take the same text message;
/// both answer 200 with an `errcode` that is not 0 when they did not take it.
final class RobotMessage {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HMAC = "HmacSHA256";

  private RobotMessage() {}

  static String json(String words) {
    try {
      return JSON.writeValueAsString(Map.of("msgtype", "text", "text", Map.of("content", words)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a text that cannot be written", e);
    }
  }

  /// The address with DingTalk's signature, where the robot has a secret.
  static URI address(Robot robot, Instant now) {
    String secret = robot.secret();
    if (secret == null) {
      return robot.address();
    }
    long millis = now.toEpochMilli();
    String joint = robot.address().getRawQuery() == null ? "?" : "&";
    return URI.create(
        robot.address() + joint + "timestamp=" + millis + "&sign=" + signature(millis, secret));
  }

  private static String signature(long millis, String secret) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
      byte[] signed = mac.doFinal((millis + "\n" + secret).getBytes(StandardCharsets.UTF_8));
      return URLEncoder.encode(Base64.getEncoder().encodeToString(signed), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC belongs to every JDK", e);
    }
  }

  /// @throws IOException when the robot did not take it
  static void check(String answer) throws IOException {
    JsonNode code = JSON.readTree(answer).path("errcode");
    if (!code.isInt() || code.intValue() != 0) {
      throw new IOException("机器人没有接受：" + JSON.readTree(answer).path("errmsg").asText("没有说明"));
    }
  }
}
