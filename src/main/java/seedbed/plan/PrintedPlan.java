package seedbed.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Formats;
import seedbed.word.Imprint;
import seedbed.word.OfficialDocument;
import seedbed.word.WordTable;

/// The printed version of a plan, made from what was handed in and from nothing else: what the plan
/// says, with its number and the code by which paper and record are compared. The same version is
/// the same to the byte.
///
/// @param stamp what ties the paper to the record
record PrintedPlan(Stamp stamp, PlanPaper paper) {

  /// @param plan its number
  /// @param hash of what it says, in hexadecimal
  /// @param approvedOn null as long as it is not
  record Stamp(String plan, int version, String hash, @Nullable LocalDate approvedOn) {

    private static final int LONGEST_CODE = 16;

    Stamp {
      if (!hash.matches("[0-9a-f]{" + LONGEST_CODE + ",}")) {
        throw new IllegalArgumentException("no hash: " + hash);
      }
    }

    /// The beginning of the hash, as every page and paper has it.
    String code() {
      return Imprint.code(hash);
    }

    String state() {
      return approvedOn == null ? "送审稿（未经审定）" : Formats.longDay(approvedOn).replace(" ", "") + "审定";
    }
  }

  /// @param imprint what proves the paper; none as long as it is not in the archive
  /// @return what it says
  String write(OutputStream out, @Nullable Imprint imprint) throws IOException {
    try (OfficialDocument document =
        new OfficialDocument(
            new OfficialDocument.Cover(
                paper.programme(),
                stamp.approvedOn() == null ? PlanPaper.TITLE + "（送审稿）" : PlanPaper.TITLE,
                List.of(
                    new WordTable.Labelled(PlanPaper.COMPANY, paper.company()),
                    new WordTable.Labelled(PlanPaper.PREPARED, paper.content().prepared()),
                    new WordTable.Labelled("方案编号", stamp.plan()),
                    new WordTable.Labelled("审定情况", stamp.state())),
                paper.imprint()))) {
      document
          .made(paper.made())
          .foot(
              "%s · 第 %d 稿 · %s · 校验码 %s"
                  .formatted(stamp.plan(), stamp.version(), stamp.state(), stamp.code()));
      document.part(PlanPaper.TITLE);
      PlanChapters.write(document, paper, PlanChapters.Use.AS_SAID);
      verification(document, imprint);
      document.write(out);
      return document.words();
    }
  }

  private void verification(OfficialDocument document, @Nullable Imprint imprint) {
    document.keepLast().heading("核验");
    List<String> lines =
        List.of(
            "本件由电子记录生成，纸质稿与电子稿内容一致的，校验码相同。",
            "方案编号 %s；第 %d 稿；%s；校验码 %s。"
                .formatted(stamp.plan(), stamp.version(), stamp.state(), stamp.code()),
            "内容摘要（SHA-256）：" + stamp.hash());
    if (imprint == null) {
      lines.forEach(document::note);
    } else {
      document.imprint(imprint, lines);
    }
  }
}
