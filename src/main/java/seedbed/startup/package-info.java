/// Starting and stopping: settings, the embedded database, plain-sentence start failures.
@NullMarked
package seedbed.startup;

import org.jspecify.annotations.NullMarked;
