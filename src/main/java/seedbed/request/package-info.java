/// What companies ask for: raised, routed to a department with a promised day, answered, and over
/// only when the company agrees.
@NullMarked
package seedbed.request;

import org.jspecify.annotations.NullMarked;
