/// What is done by itself at set times: chores of features, each by one node at a time.
@NullMarked
package seedbed.schedule;

import org.jspecify.annotations.NullMarked;
