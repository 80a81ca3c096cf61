/// Reads across features and answers at a glance: the dashboard, the editions and what changes in
/// them mean for the pool.
@NullMarked
package seedbed.report;

import org.jspecify.annotations.NullMarked;
