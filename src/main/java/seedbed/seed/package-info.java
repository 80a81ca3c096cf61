/// First data: the region tree, the companies of the source documents, the demonstration pool.
@NullMarked
package seedbed.seed;

import org.jspecify.annotations.NullMarked;
