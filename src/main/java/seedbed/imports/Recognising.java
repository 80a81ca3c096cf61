package seedbed.imports;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.spreadsheet.SheetRow;
import seedbed.spreadsheet.SpreadsheetFile;
import seedbed.spreadsheet.SpreadsheetFile.SheetName;
import seedbed.spreadsheet.SpreadsheetRefused;

/// Finds out which form a file is, and where in it the head stands.
@Singleton
class Recognising {

  /// What came of it.
  sealed interface Recognised {}

  record Known(Heading heading) implements Recognised {}

  record Unknown(String sentence) implements Recognised {}

  private final Forms forms;
  private final Announcements announcements;

  Recognising(Forms forms, Announcements announcements) {
    this.forms = forms;
    this.announcements = announcements;
  }

  /// An announced list needs names alone; the rest was said with it.
  Recognised recognise(SpreadsheetFile file, Import upload) throws SpreadsheetRefused {
    return announcements.findByImportId(upload.id()).isPresent()
        ? announced(file)
        : recognise(file);
  }

  private static Recognised announced(SpreadsheetFile file) throws SpreadsheetRefused {
    for (SheetName sheet : file.sheets()) {
      if (!sheet.hidden()) {
        List<Recognised> found = find(file, sheet.name(), List.of(Form.announced()));
        if (!found.isEmpty()) {
          return found.getFirst();
        }
      }
    }
    return new Unknown(
        "前 %d 行里找不到“企业名称”或“统一社会信用代码”一栏。请保留公布名单的表头一行。".formatted(Heading.SEARCHED_ROWS));
  }

  private Recognised recognise(SpreadsheetFile file) throws SpreadsheetRefused {
    List<SheetName> sheets = file.sheets();
    Optional<TemplateMark> mark = mark(file, sheets);
    if (mark.isPresent()) {
      return marked(file, sheets, mark.get());
    }
    // Without a mark the figures come first: their head is the more particular one.
    @Nullable Unknown unusable = null;
    for (SheetName sheet : sheets) {
      if (sheet.hidden()) {
        continue;
      }
      switch (find(file, sheet.name(), EnumSet.allOf(ImportKind.class))) {
        case Known known -> {
          return known;
        }
        case Unknown unknown -> unusable = unusable == null ? unknown : unusable;
      }
    }
    return unusable == null ? notOurs() : unusable;
  }

  private Recognised marked(SpreadsheetFile file, List<SheetName> sheets, TemplateMark mark)
      throws SpreadsheetRefused {
    Optional<ImportKind> kind = ImportKind.of(mark.kind());
    if (kind.isEmpty() || mark.version() > Form.VERSION) {
      return new Unknown("模板版本（第 %d 版）比本系统新，不能识别。请从本系统重新下载模板。".formatted(mark.version()));
    }
    if (mark.version() < Form.VERSION) {
      return new Unknown(
          "这是旧版（第 %d 版）模板，现在是第 %d 版。请下载新模板，把数据粘贴过去再上传。".formatted(mark.version(), Form.VERSION));
    }
    String name = kind.get().label();
    if (sheets.stream().noneMatch(sheet -> sheet.name().equals(name))) {
      return new Unknown("模板中找不到工作表“" + name + "”，可能被改名或删除。请改回原名，或重新下载模板。");
    }
    return find(file, name, EnumSet.of(kind.get()));
  }

  private Recognised find(SpreadsheetFile file, String sheet, Set<ImportKind> kinds)
      throws SpreadsheetRefused {
    List<Form> candidates =
        kinds.stream().map(forms::of).sorted((a, b) -> b.kind().compareTo(a.kind())).toList();
    List<Recognised> found = find(file, sheet, candidates);
    return found.isEmpty() ? notOurs() : found.getFirst();
  }

  private static List<Recognised> find(SpreadsheetFile file, String sheet, List<Form> candidates)
      throws SpreadsheetRefused {
    List<Recognised> found = new ArrayList<>();
    int[] seen = {0};
    file.read(
        sheet,
        row -> {
          look(candidates, sheet, row, found);
          return found.isEmpty() && ++seen[0] < Heading.SEARCHED_ROWS;
        });
    return found;
  }

  /// A form that can be read goes before one that nearly fits: companies have columns that figures
  /// have too.
  private static void look(
      List<Form> candidates, String sheet, SheetRow row, List<Recognised> found) {
    List<Recognised> unusable = new ArrayList<>();
    for (Form form : candidates) {
      switch (Heading.recognise(form, sheet, row)) {
        case Heading.Recognised(var heading) -> {
          found.add(new Known(heading));
          return;
        }
        case Heading.Unusable(var sentence) -> unusable.add(new Unknown(sentence));
        case Heading.NoHead() -> {
          // the next form, or the next row
        }
      }
    }
    found.addAll(unusable);
  }

  private static Optional<TemplateMark> mark(SpreadsheetFile file, List<SheetName> sheets)
      throws SpreadsheetRefused {
    if (sheets.stream().noneMatch(sheet -> sheet.name().equals(TemplateMark.SHEET))) {
      return Optional.empty();
    }
    List<SheetRow> rows = new ArrayList<>();
    file.read(
        TemplateMark.SHEET,
        row -> {
          rows.add(row);
          return false;
        });
    return rows.isEmpty() ? Optional.empty() : TemplateMark.read(rows.getFirst());
  }

  private static Unknown notOurs() {
    return new Unknown(
        "前 %d 行里找不到“企业”“称号”“奖励”或“年度指标”的表头。请使用从本系统下载的模板填写，保留表头一行。".formatted(Heading.SEARCHED_ROWS));
  }
}
