/// Official documents: each has one number per series and year, without gaps.
@NullMarked
package seedbed.archive;

import org.jspecify.annotations.NullMarked;
