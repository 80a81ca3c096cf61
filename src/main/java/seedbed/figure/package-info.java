/// Figures of companies: append-only, each with its source, who reported it and who confirmed it.
@NullMarked
package seedbed.figure;

import org.jspecify.annotations.NullMarked;
