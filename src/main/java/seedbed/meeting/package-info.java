/// Monthly meetings of the departments: agendas drafted from data, minutes, and the decisions that
/// come back until they are closed.
@NullMarked
package seedbed.meeting;

import org.jspecify.annotations.NullMarked;
