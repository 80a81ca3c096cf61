package seedbed.verdict;

import java.util.Map;

/// What on file speaks against what a verdict rests on.
///
/// @param facts against what is said to hold, by indicator
/// @param clauses against what stands under a clause itself, by its number
public record Warnings(Map<String, String> facts, Map<String, String> clauses) {

  public static final Warnings NONE = new Warnings(Map.of(), Map.of());

  public Warnings {
    facts = Map.copyOf(facts);
    clauses = Map.copyOf(clauses);
  }
}
