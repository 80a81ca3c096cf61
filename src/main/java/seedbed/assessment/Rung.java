package seedbed.assessment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.company.TitleHolding;
import seedbed.company.TitleRegister.Standing;
import seedbed.criteria.rule.Title;
import seedbed.criteria.rule.Verdict;

/// One title on a company's ladder: whether it is held, and what the edition in force says.
///
/// @param holding the newest entry of the register that covers the day
/// @param verdict empty when no edition for the title is in force on the day
public record Rung(
    Title title, Standing standing, @Nullable TitleHolding holding, Optional<Verdict> verdict) {}
