/// What must not be read by whoever gets hold of the database: keys, sealed text, opaque tokens.
@NullMarked
package seedbed.secret;

import org.jspecify.annotations.NullMarked;
