/// Visits of leaders to their companies: a note in a minute, photos, who went where and who was not
/// visited for long.
@NullMarked
package seedbed.visit;

import org.jspecify.annotations.NullMarked;
