package seedbed.criteria.rule;

/// A title that companies can hold (称号); places in a pool are titles too.
///
/// @param slot its place among the titles of a [Slots] table
public record Title(String code, String label, int slot) {}
