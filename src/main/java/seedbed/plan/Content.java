package seedbed.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import seedbed.criteria.PlanOutline;

/// What a version of a plan says, field by field and as it was typed, so that what cannot be read
/// yet is not lost. Browser, Word form, database and digest know the same fields:
///
/// - `text-strategy`: a [Passage]
/// - `target-revenue-2027`: the target of an indicator at the end of a year, or its base
/// - `task-3-name`: part of a task; its number stays with it through all versions
/// - `item-project-2-amount`: part of an item of a specific plan
/// - `file-17`: an attached paper, with its name and hash
/// - `note`: what the company tells whom it hands the plan in to; in drafts only, no part of the
///   plan
///
/// @param fields none of them empty
record Content(SortedMap<String, String> fields) {

  static final Content EMPTY = new Content(new TreeMap<>());

  /// When the company says that it wrote the plan.
  static final String PREPARED = "prepared";

  static final String NOTE = "note";

  /// Rows that one plan can have of each sort.
  static final int MOST_ROWS = 60;

  private static final Pattern KNOWN =
      Pattern.compile(
          "prepared|note|text-[a-z-]+|target-[a-z0-9_]+-[0-9]{4}"
              + "|task-[1-9][0-9]{0,2}-(name|detail|owner|from|due)"
              + "|item-[a-z]+-[1-9][0-9]{0,2}-(name|detail|when|amount|partner)"
              + "|file-[0-9]{1,18}");
  private static final Pattern ROW = Pattern.compile("(task|item-[a-z]+)-([1-9][0-9]{0,2})-[a-z]+");
  private static final Pattern LINE_END =
      Pattern.compile("\\r\\n|[\\r\\x0B\\f\\x85\\x{2028}\\x{2029}]");

  /// What markup cannot hold or nobody can see: controls, halves of characters, no characters.
  private static final Pattern UNWRITABLE =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\x{FEFF}\\x{FFFE}\\x{FFFF}&&[^\\n\\t]]");

  private static final Pattern FILE = Pattern.compile("file-([0-9]{1,18})");

  Content {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /// A task: what, how, who, from when, by when.
  record Task(int number, String name, String detail, String owner, String from, String due) {}

  /// An item of a specific plan.
  ///
  /// @param when the time it takes, in words
  /// @param amount in 万元
  /// @param partner who does it with the company
  record Item(
      ItemKind kind,
      int number,
      String name,
      String detail,
      String when,
      String amount,
      String partner) {}

  /// An attached paper.
  ///
  /// @param evidence its number among the company's papers
  record Attachment(long evidence, String name) {}

  /// Of what was sent, the fields of a plan, with plain line ends, without blanks around them and
  /// without what a Word file could not hold.
  static Content of(Map<String, ?> sent) {
    SortedMap<String, String> fields = new TreeMap<>();
    sent.forEach((name, value) -> {
      if (value != null && KNOWN.matcher(name).matches()) {
        String text = plain(value.toString());
        if (!text.isEmpty()) {
          fields.put(name, text);
        }
      }
    });
    return new Content(fields);
  }

  /// The same without what no page and no paper of such a plan shows, so that nothing is bound,
  /// hashed and archived that nobody has read.
  Content within(Span span, PlanOutline outline) {
    Set<String> single = new HashSet<>();
    single.add(PREPARED);
    single.add(NOTE);
    for (Passage passage : Passage.values()) {
      single.add(passage.field());
    }
    outline
        .indicators()
        .forEach(indicator ->
            span.columns().forEach(year -> single.add(targetField(indicator.code(), year))));
    Set<String> sorts = RowSort.all().stream().map(RowSort::code).collect(Collectors.toSet());
    SortedMap<String, String> shown = new TreeMap<>(fields);
    shown
        .keySet()
        .removeIf(name -> {
          Matcher row = ROW.matcher(name);
          return row.matches()
              ? !sorts.contains(row.group(1))
              : !single.contains(name) && !FILE.matcher(name).matches();
        });
    return new Content(shown);
  }

  private static String plain(String typed) {
    String lines = LINE_END.matcher(typed).replaceAll("\n");
    return UNWRITABLE.matcher(lines).replaceAll("").strip();
  }

  /// What is written at once: the row in which a field stands, or the field alone.
  static String unit(String name) {
    Matcher row = ROW.matcher(name);
    return row.matches() ? row.group(1) + "-" + row.group(2) : name;
  }

  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /// The fields of the plan itself that say something.
  int filled() {
    return fields.size() - (fields.containsKey(NOTE) ? 1 : 0);
  }

  String note() {
    return field(NOTE);
  }

  String prepared() {
    return field(PREPARED);
  }

  String text(Passage passage) {
    return field(passage.field());
  }

  String target(String indicator, int year) {
    return field(targetField(indicator, year));
  }

  static String targetField(String indicator, int year) {
    return "target-" + indicator + "-" + year;
  }

  List<Task> tasks() {
    List<Task> tasks = new ArrayList<>();
    for (int number : numbers("task")) {
      String row = "task-" + number + "-";
      tasks.add(
          new Task(
              number,
              field(row + "name"),
              field(row + "detail"),
              field(row + "owner"),
              field(row + "from"),
              field(row + "due")));
    }
    return tasks;
  }

  List<Item> items(ItemKind kind) {
    List<Item> items = new ArrayList<>();
    for (int number : numbers("item-" + kind.code())) {
      String row = "item-" + kind.code() + "-" + number + "-";
      items.add(
          new Item(
              kind,
              number,
              field(row + "name"),
              field(row + "detail"),
              field(row + "when"),
              field(row + "amount"),
              field(row + "partner")));
    }
    return items;
  }

  List<Attachment> attachments() {
    List<Attachment> found = new ArrayList<>();
    fields.forEach((name, value) -> {
      Matcher file = FILE.matcher(name);
      if (file.matches()) {
        found.add(new Attachment(Long.parseLong(file.group(1)), value));
      }
    });
    found.sort(Comparator.comparingLong(Attachment::evidence));
    return found;
  }

  /// The numbers of rows that say something.
  ///
  /// @param sort `task` or `item-project` and the like
  TreeSet<Integer> numbers(String sort) {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (String name : fields.tailMap(sort + "-").keySet()) {
      if (!name.startsWith(sort + "-")) {
        break;
      }
      Matcher row = ROW.matcher(name);
      if (row.matches() && row.group(1).equals(sort)) {
        numbers.add(Integer.valueOf(row.group(2)));
      }
    }
    return numbers;
  }

  /// The same with some fields in place of others of their names; empty takes one away.
  Content with(Map<String, String> others) {
    SortedMap<String, String> changed = new TreeMap<>(fields);
    others.forEach((name, value) -> {
      if (value.isEmpty()) {
        changed.remove(name);
      } else {
        changed.put(name, value);
      }
    });
    return new Content(changed);
  }
}
