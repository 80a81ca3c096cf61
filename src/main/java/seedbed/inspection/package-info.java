/// What an inspector has to know of a company before an inspection, and nothing more.
@NullMarked
package seedbed.inspection;

import org.jspecify.annotations.NullMarked;
