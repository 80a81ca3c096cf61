package seedbed.reward;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/// That an entry was wrong, and why.
@MappedEntity("reward_void")
record Voidance(@Id long rewardId, String reason, String voidedBy, Instant voidedAt) {}
