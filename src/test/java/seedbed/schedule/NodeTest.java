package seedbed.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("节点名称")
final class NodeTest {

  @Test
  @DisplayName("主机名加进程号：容器里进程号都是 1，同一台机器上主机名都一样")
  void hostAndProcessTogether() {
    assertThat(Node.name("pod-7f9c", 1)).isEqualTo("pod-7f9c-1");
    assertThat(new Node().name()).endsWith("-" + ProcessHandle.current().pid()).doesNotMatch("-.*");
  }

  @Test
  @DisplayName("太长的主机名截短，进程号留着")
  void aLongHostIsCut() {
    assertThat(Node.name("a".repeat(300), 42)).hasSize(120).endsWith("a-42");
  }
}
