package seedbed.web;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// What the frame of every page shows about this deployment.
@ConfigurationProperties("seedbed.web")
record WebSettings(@Bindable(defaultValue = "如皋市") String region) {}
