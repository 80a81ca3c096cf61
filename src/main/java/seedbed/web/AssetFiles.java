package seedbed.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;

/// Serves what the pages link to; a changed file has another address, so browsers may keep it.
@Hidden
@Controller("/assets")
final class AssetFiles {

  private final Assets assets;

  AssetFiles(Assets assets) {
    this.assets = assets;
  }

  @Get("/{file}")
  HttpResponse<byte[]> file(String file) {
    var asset = assets.file(file);
    if (asset == null) {
      throw new Refusal.Absent("没有这个文件。");
    }
    return HttpResponse.ok(asset.content())
        .header(HttpHeaders.CONTENT_TYPE, asset.type())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
  }
}
