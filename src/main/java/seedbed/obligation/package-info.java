/// What is due: who owes what for which period by when, computed from the tables of features and
/// never kept by hand. A feature adds a [Kind] of its own; rules say when it is due and who is
/// told.
@NullMarked
package seedbed.obligation;

import org.jspecify.annotations.NullMarked;
