package seedbed.evidence;

import java.nio.file.Path;

/// Looks for known malware in a file.
interface VirusScan {

  sealed interface Outcome {
    /// Nothing was found, or nobody looks.
    record Clean() implements Outcome {}

    record Infected(String by) implements Outcome {}

    /// The scanner gave no answer: the file waits.
    record Unavailable() implements Outcome {}

    /// It answered, but not about this file: the file waits, others need not.
    record Undecided() implements Outcome {}
  }

  Outcome scan(Path file);
}
