/// Whether an uploaded file is what it says and holds nothing that acts by itself: recognised by
/// content, taken apart within limits, refused with a sentence.
@NullMarked
package seedbed.evidence.content;

import org.jspecify.annotations.NullMarked;
