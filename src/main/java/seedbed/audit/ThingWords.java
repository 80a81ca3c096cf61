package seedbed.audit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seedbed.web.Refusal;

/// The kinds of things the trail is about, in the words of those who read it.
final class ThingWords {

  private static final Map<String, String> WORDS = words();

  private ThingWords() {}

  /// `企业 100`; a kind without a word stays as it is.
  static String shown(Note.Thing thing) {
    return WORDS.getOrDefault(thing.kind(), thing.kind()) + " " + thing.id();
  }

  /// What somebody looks for: a kind, and perhaps a number behind it; in words or as stored.
  static List<String> sought(String typed) {
    String[] parts = typed.strip().split("[\\s:：]+", 2);
    String kind =
        WORDS.entrySet().stream()
            .filter(word -> word.getValue().equals(parts[0]) || word.getKey().equals(parts[0]))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow(() ->
                new Refusal.Invalid(
                    "object",
                    "没有“%s”这类对象，可用的有：%s。".formatted(parts[0], String.join("、", WORDS.values()))));
    if (parts.length == 2 && !parts[1].matches("[\\x21-\\x7e]+")) {
      throw new Refusal.Invalid("object", "对象的编号应为数字或字母，例如“企业 12”。");
    }
    return parts.length == 2 ? Arrays.asList(kind, parts[1]) : List.of(kind);
  }

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("company", "企业");
    words.put("bundle", "一企一册合订本");
    words.put("figure", "填报值");
    words.put("upload", "导入");
    words.put("application", "入库申请");
    words.put("sheet", "填报表");
    words.put("plan", "培育方案");
    words.put("request", "诉求");
    words.put("reminder", "提醒");
    words.put("reminder-rule", "提醒规则");
    words.put("rule", "提醒规则");
    words.put("exemption", "免报");
    words.put("delivery", "提醒发送");
    words.put("holding", "称号");
    words.put("reward", "奖励");
    words.put("operating", "运行情况表");
    words.put("evidence", "佐证材料");
    words.put("review", "动态管理");
    words.put("member", "动态管理企业");
    words.put("nomination", "申报计划企业");
    words.put("nomination-plan", "申报计划");
    words.put("bulletin", "信息通报");
    words.put("meeting", "联席会议");
    words.put("decision", "议定事项");
    words.put("document", "归档文件");
    words.put("assignment", "挂钩");
    words.put("aide", "联络员");
    words.put("visit", "走访");
    words.put("inspection", "检查");
    words.put("scan", "企业检查码");
    words.put("message", "消息");
    words.put("edition", "标准");
    words.put("draft", "标准草案");
    words.put("run", "判定");
    words.put("account", "账号");
    words.put("program", "程序账号");
    words.put("session", "会话");
    words.put("lock", "登录锁定");
    words.put("name", "登录名");
    return words;
  }
}
