/// Which days are worked: weekends, days off by decree and weekends worked for them, by year.
@NullMarked
package seedbed.calendar;

import org.jspecify.annotations.NullMarked;
