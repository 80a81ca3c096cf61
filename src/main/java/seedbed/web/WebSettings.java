package seedbed.web;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/// What the frame of every page shows about this deployment.
///
/// @param publicUrl where people find it, behind a proxy that speaks TLS; nothing while it is used
///   on its own machine only
@ConfigurationProperties("seedbed.web")
record WebSettings(@Bindable(defaultValue = "如皋市") String region, @Nullable String publicUrl) {}
