package seedbed.inspection;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A company as far as an inspection needs to know it, on the day.
///
/// @param titles what it provably holds, in words, the highest first
/// @param calledFor those of them that call for a filing
/// @param leaders the accounts that look after it
@Introspected
record Firm(
    long id,
    String name,
    boolean demo,
    @Nullable String creditCode,
    String region,
    String regionCode,
    List<String> titles,
    List<String> calledFor,
    FilingDuty.Answer duty,
    List<Long> leaders,
    List<String> leaderNames) {}
