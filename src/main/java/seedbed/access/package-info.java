/// Who may do what, and to whose companies: the table of roles and acts, and the scope that goes
/// into every query.
@NullMarked
package seedbed.access;

import org.jspecify.annotations.NullMarked;
