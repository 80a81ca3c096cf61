package seedbed.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import seedbed.web.Field;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

/// Words of a decision's page that belong to another button than the one that was pressed. They
/// would be in no history, so nothing is done before they are cleared or sent where they belong.
final class StrayWords {

  static final String NOTE = "note";
  static final String FAULT = "fault-";
  static final String DOCUMENT = "document";
  static final String BACKDATED = "backdated";
  static final String DESPITE = "despite";
  static final String CONTENT = "content";
  static final String FINDING = "finding-";

  private StrayWords() {}

  /// @param pressed how the button is called
  /// @param own the fields that go with it; one that ends in a dash stands for all its lines
  static void refuse(
      Map<String, @Nullable Object> form, Stage stage, String pressed, String... own) {
    Set<String> taken = Set.of(own);
    List<FieldError> strays = new ArrayList<>();
    for (String name : new TreeSet<>(form.keySet())) {
      Owner owner = owner(name, stage);
      if (owner != null
          && !taken.contains(name)
          && !taken.contains(line(name))
          && !Field.in(form, name).typed().isEmpty()) {
        strays.add(
            new FieldError(
                name,
                "%s已填写内容，办理“%s”不予登记；请清空，或者选择%s。"
                    .formatted(owner.field(), pressed, owner.button())));
      }
    }
    if (!strays.isEmpty()) {
      throw new Refusal.Invalid("所填内容与所选办理事项不符，未予办理。", strays);
    }
  }

  private record Owner(String field, String button) {}

  private static @Nullable Owner owner(String name, Stage stage) {
    return switch (line(name)) {
      case NOTE -> new Owner("“总的意见”", "“退回修改”");
      case FAULT -> new Owner("第 " + name.substring(FAULT.length()) + " 条退回理由", "“退回修改”");
      case DOCUMENT ->
          stage == Stage.NOTICE
              ? new Owner("“入库文件名称和文号”", "“发文入库”")
              : new Owner("“公示文件”", "“开始公示”");
      case BACKDATED -> new Owner("“补登理由”", "“开始公示”");
      case DESPITE -> new Owner("“仍予公示的理由”", "“开始公示”");
      case CONTENT -> new Owner("异议“内容”", "“登记异议”");
      case FINDING -> new Owner("异议的“核查情况”", "“成立”或“不成立”");
      default -> null;
    };
  }

  private static String line(String name) {
    return name.replaceFirst("-[0-9]+$", "-");
  }
}
