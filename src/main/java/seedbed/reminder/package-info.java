/// Who is told what is due: the scan that finds it, one message a day for each person, and the ways
/// it goes out.
@NullMarked
package seedbed.reminder;

import org.jspecify.annotations.NullMarked;
