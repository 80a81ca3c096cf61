package seedbed.seed;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;

/// Where the seed data lies, and whether an empty database is filled with it.
@ConfigurationProperties("seedbed")
record SeedSettings(
    @Bindable(defaultValue = "seed-data") Path seedData,
    @Bindable(defaultValue = "false") boolean demo) {}
