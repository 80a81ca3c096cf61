package seedbed.obligation;

/// What has a deadline of its own, such as a step of an application.
public non-sealed interface Dated extends Kind {

  /// Selects, of companies `c` that are asked about and with these names: `company_id`,
  /// `subject_id`, `period` (which one of the subject's, at most 40 characters), `title`, `path`,
  /// `owner`, `unit`, `opened_on`, `due_on`, `done_on`.
  ///
  /// Several are joined by UNION ALL. A deadline in a row of its own (`due_on` beside what waits)
  /// is open; one in a history (`due_on` beside what was done) is done.
  Sql rows(Asked asked);
}
