package seedbed.evidence;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import seedbed.evidence.content.FileLimits;
import seedbed.web.UploadLimit;

/// What may be uploaded, how much of it, and where it lies.
///
/// @param files the content store's directory, shared by all nodes
/// @param depth of elements in markup; the parser of the JDK gives up at 200
/// @param quotaMegabytes all versions of one company together
/// @param warningDays how long before its end a file is marked
/// @param clamav host and port of a virus scanner; none where it is empty
/// @param scanSeconds how long an upload waits for its answer
@ConfigurationProperties("seedbed.evidence")
public record EvidenceSettings(
    @Bindable(defaultValue = "target/files") Path files,
    @Bindable(defaultValue = "20") int fileMegabytes,
    @Bindable(defaultValue = "300") int unpackedMegabytes,
    @Bindable(defaultValue = "2000") int entries,
    @Bindable(defaultValue = "150") int depth,
    @Bindable(defaultValue = "60") int megapixels,
    @Bindable(defaultValue = "500") int pages,
    @Bindable(defaultValue = "2000") int quotaMegabytes,
    @Bindable(defaultValue = "30") int warningDays,
    @Nullable String clamav,
    @Bindable(defaultValue = "60") int scanSeconds)
    implements UploadLimit {

  public FileLimits limits() {
    return FileLimits.ofMegabytes(
        fileMegabytes, unpackedMegabytes, entries, depth, megapixels, pages);
  }

  long quotaBytes() {
    return quotaMegabytes * 1024L * 1024;
  }
}
