/// Statements that no repository can be written for.
@NullMarked
package seedbed.sql;

import org.jspecify.annotations.NullMarked;
