package seedbed.obligation;

/// What a town, an office or a department owes without its being about a company, such as a
/// decision of a meeting.
public non-sealed interface Regional extends Kind {

  /// Selects, of regions that are asked about and with these names: `region_code` (where it
  /// belongs), `subject_id`, `period`, `title`, `path`, `owner`, `unit`, `opened_on`, `due_on`,
  /// `done_on`, all of them as for [Dated].
  Sql rows(Asked asked);
}
