package seedbed.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import seedbed.startup.StartFailure;

@MicronautTest
@DisplayName("版本发布")
final class PublicationIT {
  private static final String FILE = "checklists/rg-2021.yml";

  @Inject Publications publications;
  @Inject Rulebook rulebook;
  @Inject Clock clock;
  @TempDir Path folder;

  @Test
  @DisplayName("启动时发布配置目录里的全部版本和年度通知")
  void everythingIsPublishedAtTheStart() {
    assertThat(publications.all())
        .extracting(Published::id)
        .containsExactlyInAnyOrderElementsOf(
            rulebook.sources().stream().map(Rulebook.Source::id).toList());
  }

  @Test
  @DisplayName("改注释、核实程度和废止日不算修改，导出跟随文件")
  void remarksMayChange() {
    var copy =
        new ConfigCopy(folder)
            .replace(FILE, "proof: seed", "proof: G # 已核对")
            .replace(FILE, "from: 2021-06-18", "from:   '2021-06-18'\nto: 2029-12-31");

    assertThatCode(() -> start(copy)).doesNotThrowAnyException();

    assertThat(publications.findById("rg-2021").orElseThrow().source()).contains("已核对");
  }

  @Test
  @DisplayName("已发布版本的门槛被改，逐条说明并拒绝启动")
  void aChangedBoundIsRefused() {
    var copy = new ConfigCopy(folder).replace(FILE, "at_least: 3000", "at_least: 2000");

    assertThatThrownBy(() -> start(copy))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("config/checklists/rg-2021.yml")
        .hasMessageContaining("如皋市专精特新“小巨人”企业培育库·")
        .hasMessageContaining("放宽：年主营业务收入3000万元以上（≥ 3000 万元） → 年主营业务收入3000万元以上（≥ 2000 万元）")
        .hasMessageContaining("另建一个新编号的版本文件");
  }

  @Test
  @DisplayName("已发布的年度通知被改，拒绝启动")
  void aChangedNoticeIsRefused() {
    var copy =
        new ConfigCopy(folder)
            .replace("overlays/cn-xjr-2025-ovl.yml", "at_least: 5000", "at_least: 6000");

    assertThatThrownBy(() -> start(copy))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("收紧：")
        .hasMessageContaining("≥ 5000 万元")
        .hasMessageContaining("≥ 6000 万元");
  }

  @Test
  @DisplayName("已发布版本的文件不见了，拒绝启动")
  void aMissingFileIsRefused() {
    var copy = new ConfigCopy(folder).delete("overlays/cn-xjr-2025-ovl.yml");

    assertThatThrownBy(() -> start(copy))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("cn-xjr-2025-ovl.yml 放回");
  }

  private void start(ConfigCopy copy) {
    new Publication(copy.read(), publications, clock).publish();
  }
}
