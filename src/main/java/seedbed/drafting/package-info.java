/// Editions written in the browser: copied, edited by forms, tried on cases and on the pool, and
/// published by a second person.
@NullMarked
package seedbed.drafting;

import org.jspecify.annotations.NullMarked;
