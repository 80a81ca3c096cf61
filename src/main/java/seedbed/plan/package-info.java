/// Cultivation plans, one company one plan: written by the company in the outline of the city plan,
/// passed by township and office, then followed task by task and target by target.
@NullMarked
package seedbed.plan;

import org.jspecify.annotations.NullMarked;
