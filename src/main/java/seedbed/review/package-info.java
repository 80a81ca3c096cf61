/// The yearly review of a pool (动态管理): rounds with frozen figures and verdicts, what townships say
/// and the office decides, how a round is closed, and what is decided about it afterwards.
@NullMarked
package seedbed.review;

import org.jspecify.annotations.NullMarked;
