package seedbed.signin;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How long a session lasts, and whether the browser comes over TLS.
///
/// @param idle without a request
/// @param life at the longest
/// @param secure whether people come over TLS: cookies are then bound to it
@ConfigurationProperties("seedbed.session")
public record SessionSettings(
    @Bindable(defaultValue = "30m") Duration idle,
    @Bindable(defaultValue = "12h") Duration life,
    @Bindable(defaultValue = "false") boolean secure) {}
