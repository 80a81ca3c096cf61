package seedbed.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.BlockingHttpClient;
import io.micronaut.http.client.multipart.MultipartBody;
import java.time.Duration;
import java.util.Set;

/// Another program that imports over HTTP.
final class ImportClient {

  private static final Set<String> WORKING = Set.of("waiting", "checking", "storing");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final BlockingHttpClient http;

  ImportClient(BlockingHttpClient http) {
    this.http = http;
  }

  byte[] get(String path) {
    return http.retrieve(HttpRequest.GET(path).accept(MediaType.ALL_TYPE), byte[].class);
  }

  /// Uploads a file and waits until it is checked.
  JsonNode upload(String name, byte[] bytes) {
    HttpResponse<String> accepted = send(name, bytes);
    assertThat(accepted.code()).isEqualTo(202);
    return settled(json(String.valueOf(accepted.body())).get("id").asLong());
  }

  HttpResponse<String> send(String name, byte[] bytes) {
    MultipartBody body =
        MultipartBody.builder()
            .addPart("file", name, MediaType.APPLICATION_OCTET_STREAM_TYPE, bytes)
            .build();
    return http.exchange(
        HttpRequest.POST("/api/v1/imports", body).contentType(MediaType.MULTIPART_FORM_DATA_TYPE),
        String.class);
  }

  /// Stores and waits until it is done.
  JsonNode store(long id, String rows) {
    http.exchange(
        HttpRequest.POST("/api/v1/imports/" + id + "/storage?accepted=true&rows=" + rows, ""),
        String.class);
    return settled(id);
  }

  JsonNode show(long id) {
    return json(http.retrieve("/api/v1/imports/" + id));
  }

  JsonNode settled(long id) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    JsonNode now = show(id);
    while (WORKING.contains(now.get("state").asText()) && System.nanoTime() < deadline) {
      pause();
      now = show(id);
    }
    return now;
  }

  static JsonNode json(String text) {
    try {
      return JsonMapper.builder().build().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
