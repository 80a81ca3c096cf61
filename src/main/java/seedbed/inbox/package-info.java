/// What people are told inside the product: each message once, with the reason why one gets it.
@NullMarked
package seedbed.inbox;

import org.jspecify.annotations.NullMarked;
