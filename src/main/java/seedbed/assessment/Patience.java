package seedbed.assessment;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How long a page waits for the pool to be judged before it shows progress instead.
///
/// @param page a page about nothing else; a small pool is judged meanwhile
/// @param aside a page that only mentions it, and has the answer on the next visit
@ConfigurationProperties("seedbed.patience")
public record Patience(
    @Bindable(defaultValue = "2s") Duration page,
    @Bindable(defaultValue = "300ms") Duration aside) {}
