/// Plans of who applies for which title in which year (申报计划): the entries with their history, the
/// check of their ladder, and what came of them beside the region's own targets.
@NullMarked
package seedbed.nomination;

import org.jspecify.annotations.NullMarked;
