package seedbed.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.evidence.content.HonestFiles;

/// What is shown of a paper without opening it elsewhere.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("佐证材料预览")
final class PreviewIT extends EvidenceScene {

  @Test
  void aPictureIsShownAsItIsAndCanDoNothing() throws IOException {
    byte[] picture = HonestFiles.picture("png", 60);
    uploaded("证书.png", picture, Map.of());

    assertThat(preview().select(".paper img").attr("src")).isEqualTo(download(1) + "/pages/1");
    HttpResponse<byte[]> shown = postman.fetch(download(1) + "/pages/1", town);
    assertThat(shown.body()).isEqualTo(picture);
    assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
    assertInert(shown);
  }

  @Test
  void pagesOfAPdfAreShownAsPictures() throws IOException {
    uploaded("证书.pdf", HonestFiles.pdf(7), Map.of());

    assertThat(preview().select(".paper img")).hasSize(5);
    assertThat(preview().select(".paper img:not([loading=lazy])")).hasSize(1);
    assertThat(preview("?from=6").select(".paper figcaption").eachText())
        .containsExactly("第 6 页，共 7 页", "第 7 页，共 7 页");
    HttpResponse<byte[]> shown = postman.fetch(download(1) + "/pages/7", town);
    var picture = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(shown.body()));
    assertThat(picture.getWidth()).isBetween(900, 1100);
    assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertInert(shown);
    assertThat(postman.fetch(download(1) + "/pages/8", town).statusCode()).isEqualTo(404);
  }

  @Test
  void ofTextAndOfficeFilesTheWordsAreShown() throws IOException {
    uploaded("说明.txt", "第一行 <b>粗</b>\n第二行".getBytes(StandardCharsets.UTF_8), Map.of());

    assertThat(preview().select(".paper pre").text()).contains("第一行 <b>粗</b>", "第二行");
    assertThat(postman.fetch(download(1) + "/pages/1", town).statusCode()).isEqualTo(404);
  }

  @Test
  void whatCannotBeShownSaysSo() throws IOException {
    uploaded("旧表.xls", HonestFiles.oldExcel(3), Map.of());

    assertThat(preview().select(".paper").text()).contains("不能在线预览");
    assertThat(preview().select("a[download]").attr("href")).isEqualTo(download(1));
  }

  private static void assertInert(HttpResponse<byte[]> shown) {
    assertThat(shown.headers().firstValue("Content-Security-Policy").orElse(""))
        .isEqualTo("sandbox; default-src 'none'");
    assertThat(shown.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(shown.headers().firstValue("Content-Disposition")).contains("inline");
  }
}
