package seedbed.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("机器人地址")
final class AllowedAddressTest {

  private static final List<String> HOSTS = List.of("qyapi.weixin.qq.com");

  private static AllowedAddress leadingTo(String address) {
    return new AllowedAddress(
        HOSTS,
        _ -> new InetAddress[] {InetAddress.getByName("1.2.3.4"), InetAddress.getByName(address)});
  }

  @Test
  @DisplayName("名单内的主机、TLS、外部地址可以")
  void aListedHostOutsideMayBeCalled() {
    assertThat(
            leadingTo("101.226.1.1")
                .refusal(URI.create("https://QYAPI.weixin.qq.com/cgi-bin/webhook/send?key=1")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://qyapi.weixin.qq.com/x",
        "https://qyapi.weixin.qq.com:8443/x",
        "https://qyapi.weixin.qq.com@evil.example/x",
        "https://evil.example/x",
        "https://qyapi.weixin.qq.com.evil.example/x",
        "https://127.0.0.1/x",
        "file:///etc/passwd"
      })
  @DisplayName("别的主机、端口和协议不可以")
  void anythingElseMayNot(String address) {
    assertThat(leadingTo("101.226.1.1").refusal(URI.create(address))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1"
      })
  @DisplayName("名单内的主机解析到内部地址，也不可以")
  void aListedHostThatLeadsInsideMayNot(String inner) {
    assertThat(leadingTo(inner).refusal(URI.create("https://qyapi.weixin.qq.com/x")))
        .hasValueSatisfying(why -> assertThat(why).contains("内部地址"));
  }

  @Test
  @DisplayName("找不到主机时说明")
  void anUnknownHostIsNamed() {
    AllowedAddress nowhere =
        new AllowedAddress(
            HOSTS,
            host -> {
              throw new UnknownHostException(host);
            });

    assertThat(nowhere.refusal(URI.create("https://qyapi.weixin.qq.com/x")))
        .contains("找不到主机 qyapi.weixin.qq.com");
  }

  @Test
  @DisplayName("钉钉签名带时间戳；答复 errcode 不为 0 就是没有接受")
  void robotsAreSignedAndTheirRefusalsNoticed() throws IOException {
    Robot robot =
        Robot.read("dingtalk 320682 https://oapi.dingtalk.com/robot/send?access_token=a SECx")
            .getFirst();

    URI signed = RobotMessage.address(robot, Instant.ofEpochMilli(1_700_000_000_000L));

    assertThat(signed.toString())
        .startsWith(
            "https://oapi.dingtalk.com/robot/send?access_token=a&timestamp=1700000000000&sign=");
    assertThat(robot.toString()).doesNotContain("access_token").doesNotContain("SECx");
    RobotMessage.check("{\"errcode\":0,\"errmsg\":\"ok\"}");
    assertThat(
            catchThrowable(
                () -> RobotMessage.check("{\"errcode\":310000,\"errmsg\":\"sign not match\"}")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("sign not match");
  }
}
