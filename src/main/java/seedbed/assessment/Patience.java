package seedbed.assessment;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How long a page waits for the pool to be judged before it shows progress instead.
///
/// @param page a page about nothing else; a small pool is judged meanwhile
/// @param aside a page that only mentions it, and has the answer on the next visit
/// @param smallPool above so many companies, an answer that is some minutes old is good enough
@ConfigurationProperties("seedbed.patience")
public record Patience(
    @Bindable(defaultValue = "2s") Duration page,
    @Bindable(defaultValue = "300ms") Duration aside,
    @Bindable(defaultValue = "500") int smallPool) {}
