/// Official documents as Word files: A4, the type faces and the layout that offices are used to.
/// And back: what a Word file says.
@NullMarked
package seedbed.word;

import org.jspecify.annotations.NullMarked;
