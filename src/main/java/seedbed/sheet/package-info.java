/// What members of a pool report: the yearly sheet in six groups, which the township confirms and
/// requests correct, and the operating sheet of each month or quarter with its warnings.
@NullMarked
package seedbed.sheet;

import org.jspecify.annotations.NullMarked;
