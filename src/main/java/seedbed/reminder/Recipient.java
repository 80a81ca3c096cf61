package seedbed.reminder;

/// Somebody who may be told.
///
/// @param company 0 but for a company's account
record Recipient(long account, String region, long company) {}
