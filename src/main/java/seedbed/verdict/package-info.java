/// How a verdict reads on a page: every clause with its figures and sources, the points, the ways
/// up; and how a form of facts is read, to be supposed or to be reported.
@NullMarked
package seedbed.verdict;

import org.jspecify.annotations.NullMarked;
