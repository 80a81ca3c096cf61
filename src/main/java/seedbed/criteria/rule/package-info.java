/// The rules themselves: criteria, quantities and the verdicts they lead to.
///
/// Data in, verdict out. Nothing here knows a clock, a database, a file format or a logger, so that
/// the same inputs give the same verdict, with the same number, for as long as the product lives.
@NullMarked
package seedbed.criteria.rule;

import org.jspecify.annotations.NullMarked;
