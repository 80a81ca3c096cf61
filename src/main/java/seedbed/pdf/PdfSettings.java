package seedbed.pdf;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// @param font a file with a Chinese font; one of the usual ones is looked for where it is missing
@ConfigurationProperties("seedbed.pdf")
record PdfSettings(@Nullable Path font) {}
