/// Documents as PDF, with a Chinese font of the machine embedded in part.
@NullMarked
package seedbed.pdf;

import org.jspecify.annotations.NullMarked;
