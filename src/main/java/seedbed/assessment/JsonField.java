package seedbed.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.web.FieldError;

/// One value of a JSON request with the path to it, so that every error names its field.
record JsonField(String path, @Nullable JsonNode node, List<FieldError> errors) {
  private static final int MAX_WHOLE_DIGITS = 15;
  private static final int MAX_PLACES = 6;
  private static final int MOST_SHOWN = 40;
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

  JsonField get(String name) {
    var child = node == null ? null : node.get(name);
    return new JsonField(path.isEmpty() ? name : path + "." + name, child, errors);
  }

  boolean absent() {
    return node == null || node.isNull();
  }

  void refuse(String sentence) {
    errors.add(new FieldError(path, sentence));
  }

  /// Reports names that nobody reads, which are mostly slips of the pen.
  void knowsOnly(List<String> names) {
    if (node != null) {
      node.fieldNames()
          .forEachRemaining(name -> {
            if (!names.contains(name)) {
              get(name).refuse("没有“" + name + "”这个字段，可用的有：" + String.join("、", names) + "。");
            }
          });
    }
  }

  List<JsonField> elements(int most) {
    var elements = new ArrayList<JsonField>();
    if (node == null || !node.isArray()) {
      refuse("应为数组。");
    } else if (node.size() > most) {
      refuse("最多 " + most + " 项，收到 " + node.size() + " 项。");
    } else {
      for (var i = 0; i < node.size(); i++) {
        var element = new JsonField(path + "[" + i + "]", node.get(i), errors);
        if (node.get(i).isObject()) {
          elements.add(element);
        } else {
          element.refuse("应为对象。");
        }
      }
    }
    return elements;
  }

  Optional<String> text() {
    if (node != null && node.isTextual() && !node.textValue().isBlank()) {
      return Optional.of(node.textValue().strip());
    }
    refuse(absent() ? "未填写。" : "应为文本。");
    return Optional.empty();
  }

  Optional<String> textOr(String otherwise) {
    return absent() ? Optional.of(otherwise) : text();
  }

  /// What was sent, cut where it is long, without the quotes JSON puts around a text.
  private String shown() {
    var sent = node == null ? "" : node.isTextual() ? node.textValue() : node.toString();
    return sent.length() > MOST_SHOWN ? sent.substring(0, MOST_SHOWN) + "…" : sent;
  }

  Optional<LocalDate> date() {
    var text = node != null && node.isTextual() ? node.textValue().strip() : "";
    try {
      var day = LocalDate.parse(text);
      if (!day.isBefore(EARLIEST) && !day.isAfter(LATEST)) {
        return Optional.of(day);
      }
    } catch (DateTimeException _) {
      // falls through to the same refusal as a day out of limits
    }
    refuse(absent() ? "未填写日期。" : "“" + shown() + "”不是有效日期，应写作 2023-05-01。");
    return Optional.empty();
  }

  Optional<Integer> year() {
    if (node != null && node.isIntegralNumber() && node.canConvertToInt()) {
      var year = node.intValue();
      if (year >= EARLIEST.getYear() && year <= LATEST.getYear()) {
        return Optional.of(year);
      }
    }
    refuse(absent() ? "按年的指标应写明年度 year。" : "“" + shown() + "”不是有效年度。");
    return Optional.empty();
  }

  /// A number, or a text that is one.
  Optional<BigDecimal> number() {
    try {
      if (node != null && node.isNumber()) {
        return sized(node.decimalValue());
      }
      if (node != null && node.isTextual() && node.textValue().length() <= 40) {
        return sized(new BigDecimal(node.textValue().strip()));
      }
    } catch (NumberFormatException _) {
      // falls through to the same refusal as another kind of value
    }
    refuse("“" + shown() + "”不是数字。");
    return Optional.empty();
  }

  private Optional<BigDecimal> sized(BigDecimal value) {
    var lean = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    if (lean.precision() - (long) lean.scale() > MAX_WHOLE_DIGITS || lean.scale() > MAX_PLACES) {
      refuse("整数部分最多 " + MAX_WHOLE_DIGITS + " 位，小数最多 " + MAX_PLACES + " 位。");
      return Optional.empty();
    }
    return Optional.of(lean);
  }
}
