/// Seedbed (培育库): the cultivation pool of a city, and where its application starts.
@NullMarked
package seedbed;

import org.jspecify.annotations.NullMarked;
