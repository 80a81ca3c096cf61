/// The trail of who did what: written by the requests themselves, linked into a chain that shows
/// tampering, checked against heads kept outside the database.
@NullMarked
package seedbed.audit;

import org.jspecify.annotations.NullMarked;
