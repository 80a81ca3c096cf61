/// The archive: every official document that enters or leaves has one number a unit, series and
/// year, without gaps, and is kept as it was, with what proves it.
@NullMarked
package seedbed.archive;

import org.jspecify.annotations.NullMarked;
