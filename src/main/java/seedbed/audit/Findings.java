package seedbed.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What one thread of a verification has found.
final class Findings {

  static final int LISTED = 100;

  private final List<String> problems = new ArrayList<>();
  private final Set<Long> erasures = new HashSet<>();
  private int count;
  private long rows;
  private long erased;

  void problem(String sentence) {
    count++;
    if (problems.size() < LISTED) {
      problems.add(sentence);
    }
  }

  void row() {
    rows++;
  }

  /// Something erased, and the number of the entry that says so.
  void erased(long erasure) {
    erased++;
    erasures.add(erasure);
  }

  void add(Findings other) {
    count += other.count;
    rows += other.rows;
    erased += other.erased;
    erasures.addAll(other.erasures);
    other.problems.stream().limit(LISTED - problems.size()).forEach(problems::add);
  }

  List<String> problems() {
    return problems;
  }

  Set<Long> erasures() {
    return erasures;
  }

  int count() {
    return count;
  }

  long rows() {
    return rows;
  }

  long erased() {
    return erased;
  }
}
