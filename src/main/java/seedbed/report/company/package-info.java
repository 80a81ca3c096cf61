/// The pages about companies: the list, one company with its verdicts explained, and what would be
/// if its figures were different.
@NullMarked
package seedbed.report.company;

import org.jspecify.annotations.NullMarked;
