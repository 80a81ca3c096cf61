package seedbed.reward;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/// That a payment was entered wrongly, and why.
@MappedEntity("reward_payment_void")
record PaymentVoidance(@Id long paymentId, String reason, String voidedBy, Instant voidedAt) {}
