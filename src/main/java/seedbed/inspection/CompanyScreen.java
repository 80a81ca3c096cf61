package seedbed.inspection;

import io.micronaut.core.annotation.Introspected;

/// What an inspector sees of a company at once.
@Introspected
record CompanyScreen(Firm firm, FilingPage.Screen screen) {}
