package seedbed.nomination;

/// What the check reads of a nomination that stands.
record Entry(long id, long companyId, int year, String title) {}
