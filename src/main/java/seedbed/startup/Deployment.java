package seedbed.startup;

import io.micronaut.context.annotation.ConfigurationProperties;

/// How this Seedbed was set up by whoever runs it.
///
/// @param home data directory
/// @param demo whether to load the demonstration pool into an empty database
@ConfigurationProperties("seedbed")
public record Deployment(String home, boolean demo) {}
