/// Applies the editions in force on a day to companies: one company with everything explained, a
/// whole pool in stored runs.
@NullMarked
package seedbed.assessment;

import org.jspecify.annotations.NullMarked;
