/// Files behind figures and clauses: who may keep and see them, their versions and their ends.
@NullMarked
package seedbed.evidence;

import org.jspecify.annotations.NullMarked;
