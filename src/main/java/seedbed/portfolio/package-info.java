/// Which leader looks after which company, and since when.
@NullMarked
package seedbed.portfolio;

import org.jspecify.annotations.NullMarked;
