package seedbed.imports;

import org.jspecify.annotations.Nullable;
import seedbed.audit.Deed;

/// Tells the trail what was asked of an import, with its number and counts.
final class ImportDeeds {

  private ImportDeeds() {}

  static void uploaded(Deed deed, Import upload) {
    deed.about("upload", upload.id())
        .noted("文件“%s”，%,d 字节".formatted(upload.fileName(), upload.fileSize()));
  }

  static void storing(Deed deed, Import upload, Storing.Rows rows) {
    String which =
        switch (rows) {
          case ALL -> "全部行";
          case GOOD -> "只登记正确的行";
          case CLEAN -> "只登记正确且没有提示的行";
        };
    deed.changed("状态", upload.state().label(), "登记（" + which + "）")
        .noted(
            "正确 %,d 行，错误 %,d 行，有提示 %,d 行，提示 %,d 处"
                .formatted(
                    upload.goodRows(),
                    upload.wrongRows(),
                    upload.remarkedRows(),
                    upload.cautions()));
  }

  static String stored(Import upload, Storing.Stored stored) {
    return "文件“%s”登记完成：%,d 行，新增 %,d 个值，更正 %,d 个"
        .formatted(upload.fileName(), stored.rows(), stored.values(), stored.corrected());
  }

  static void correcting(Deed deed, Import upload, @Nullable Long corrects) {
    deed.changed("更正的导入", upload.correctsId(), corrects);
  }

  static void checking(Deed deed, Import upload) {
    deed.changed("状态", upload.state().label(), "重新检查");
  }

  static void cancelling(Deed deed, Import upload) {
    deed.changed("状态", upload.state().label(), "取消");
  }
}
