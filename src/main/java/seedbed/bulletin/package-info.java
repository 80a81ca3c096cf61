/// Bulletins of a quarter and reports of a year: counted from what the other features know, written
/// on by the office, and frozen with every list behind their numbers when they are issued.
@NullMarked
package seedbed.bulletin;

import org.jspecify.annotations.NullMarked;
