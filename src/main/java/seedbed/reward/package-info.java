/// The register of money and honours that companies were granted under support policies: what was
/// due, what was granted, what of it has come.
@NullMarked
package seedbed.reward;

import org.jspecify.annotations.NullMarked;
