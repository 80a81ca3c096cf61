/// All evidence of an application in the order of its criteria: as a page that says what is
/// missing, and as one PDF.
@NullMarked
package seedbed.evidence.folder;

import org.jspecify.annotations.NullMarked;
