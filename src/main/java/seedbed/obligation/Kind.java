package seedbed.obligation;

/// Something that can be due. A feature has one class for each; a rule of `config/reminders.yml`
/// says when it is due, who is told, and that it is asked for at all.
public sealed interface Kind permits Periodic, Dated, Regional {

  /// As rules and rows write it, such as `operating-sheet`.
  String code();

  /// As people call it, such as 运行情况表.
  String label();
}
