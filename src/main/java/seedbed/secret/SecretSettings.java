package seedbed.secret;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/// Where the master key is.
///
/// @param key 32 bytes as hexadecimal text, the same on every node; without it the file counts
/// @param folder where the file of the key is, made at the first start
@ConfigurationProperties("seedbed.secret")
public record SecretSettings(@Nullable String key, String folder) {}
