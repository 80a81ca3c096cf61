package seedbed.inspection;

import io.micronaut.core.annotation.Introspected;

/// How many inspections there were in a time, as it was known when a day ended.
///
/// @param filed those that were filed in it
/// @param afterwards inspected first and filed afterwards
/// @param exempt need not have been filed beforehand
/// @param concluded conclusions that were reported in it
/// @param reportedLate conclusions reported too late
/// @param overdue without a conclusion that was due by the end of it
/// @param withProblems conclusions that found something
@Introspected
public record InspectionCounts(
    long filed,
    long afterwards,
    long exempt,
    long concluded,
    long reportedLate,
    long overdue,
    long withProblems) {}
