/// The companies a leader looks after: what needs attention first, then each on a card.
@NullMarked
package seedbed.report.portfolio;

import org.jspecify.annotations.NullMarked;
