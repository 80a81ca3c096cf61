package seedbed.request;

import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files of a form, opened; a field that was left empty sends a file without a name.
record Sent(List<Upload> uploads) implements AutoCloseable {

  static Sent of(@Nullable CompletedFileUpload... files) throws IOException {
    List<Upload> uploads = new ArrayList<>();
    for (int place = 0; place < files.length; place++) {
      CompletedFileUpload file = files[place];
      if (file != null && !file.getFilename().isEmpty()) {
        uploads.add(new Upload(place + 1, file.getFilename(), file.getInputStream()));
      }
    }
    return new Sent(uploads);
  }

  @Override
  public void close() throws IOException {
    for (Upload upload : uploads) {
      upload.bytes().close();
    }
  }
}
