/// Editions of the criteria: read from YAML, chosen by date, overlaid by yearly notices, published.
@NullMarked
package seedbed.criteria;

import org.jspecify.annotations.NullMarked;
