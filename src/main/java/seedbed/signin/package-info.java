/// Coming in: passwords and second factors tried a few times, sessions that any node serves.
@NullMarked
package seedbed.signin;

import org.jspecify.annotations.NullMarked;
