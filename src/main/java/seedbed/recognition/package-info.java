/// The register of titles: who holds what in which state on a day, what becomes of it, and what is
/// due for it.
@NullMarked
package seedbed.recognition;

import org.jspecify.annotations.NullMarked;
