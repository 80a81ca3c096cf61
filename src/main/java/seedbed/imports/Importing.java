package seedbed.imports;

import io.micronaut.data.model.Pageable;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.access.Scope;
import seedbed.audit.LastingAct;
import seedbed.spreadsheet.AnnotatedCopy;
import seedbed.spreadsheet.SpreadsheetFile;
import seedbed.spreadsheet.SpreadsheetLimits;
import seedbed.spreadsheet.SpreadsheetRefused;

/// What a user does with imports: upload, check again, cancel, store, take the annotated file back.
@Singleton
class Importing {

  /// What is listed of one row in the annotated file.
  private static final int LONGEST_ANNOTATION = 2_000;

  private static final int ALL_FINDINGS = 200_000;

  /// What came of an act.
  sealed interface Outcome {}

  record Done(Import upload) implements Outcome {}

  record Refused(String sentence) implements Outcome {}

  private final Imports imports;
  private final ImportFiles files;
  private final Findings findings;
  private final ImportRunner runner;
  private final Corrections corrections;
  private final Announcements announcements;
  private final Matches matches;
  private final Permissions permissions;
  private final TransactionOperations<Connection> transactions;

  Importing(
      Imports imports,
      ImportFiles files,
      Findings findings,
      ImportRunner runner,
      Corrections corrections,
      Announcements announcements,
      Matches matches,
      Permissions permissions,
      TransactionOperations<Connection> transactions) {
    this.imports = imports;
    this.files = files;
    this.findings = findings;
    this.runner = runner;
    this.corrections = corrections;
    this.announcements = announcements;
    this.matches = matches;
    this.permissions = permissions;
    this.transactions = transactions;
  }

  /// Takes a file in and begins to check it. A file that is refused leaves nothing behind.
  Outcome upload(String fileName, byte[] bytes, Caller by) {
    return upload(fileName, bytes, by, null);
  }

  /// Takes in a list of which all rows get the same.
  Outcome announce(String fileName, byte[] bytes, Caller by, Announcement announcement) {
    return upload(fileName, bytes, by, announcement);
  }

  private Outcome upload(
      String fileName, byte[] bytes, Caller by, @Nullable Announcement announcement) {
    try {
      Upload upload = Upload.examine(fileName, bytes);
      Instant now = now();
      files.removeUploadedBefore(now.minus(Import.KEPT));
      String document =
          imports
              .findFirstByFileHashAndStateAndRegionCodeStartsWithOrderById(
                  upload.hash(), ImportState.STORED, by.regionCode())
              .map(Import::sourceDocument)
              .orElse(upload.fileName());
      Import saved =
          transactions.executeWrite(_ -> {
            Import row = imports.save(Import.uploaded(upload, document, by, now));
            files.keep(row.id(), bytes);
            if (announcement != null) {
              announcements.save(announcement.of(row));
            }
            return row;
          });
      runner.check(saved, ImportState.WAITING);
      return new Done(saved);
    } catch (SpreadsheetRefused refused) {
      return new Refused(refused.sentence());
    }
  }

  /// What somebody of that scope may see; any other import is absent.
  Optional<Import> find(long id, Scope scope) {
    return region(scope).flatMap(code -> imports.findByIdAndRegionCodeStartsWith(id, code));
  }

  List<Import> newest(Scope scope, int page, int size) {
    return region(scope)
        .map(code ->
            imports.findByRegionCodeStartsWithOrderByIdDesc(code, Pageable.from(page - 1, size)))
        .orElse(List.of());
  }

  long count(Scope scope) {
    return region(scope).map(imports::countByRegionCodeStartsWith).orElse(0L);
  }

  // Imports belong to regions: who looks after single companies has none.
  private static Optional<String> region(Scope scope) {
    return switch (scope) {
      case Scope.Region(var code) -> Optional.of(code);
      case Scope.Whole() -> Optional.of("");
      case Scope.Portfolio _, Scope.Single _, Scope.Nothing _ -> Optional.empty();
    };
  }

  /// The first imports of the same content that was stored, if it is another one.
  Optional<Import> sameContent(Import upload) {
    return imports
        .findFirstByFileHashAndStateAndRegionCodeStartsWithOrderById(
            upload.fileHash(), ImportState.STORED, upload.regionCode())
        .filter(earlier -> earlier.id() != upload.id());
  }

  /// Rows of a checked import of which somebody has to say whom they mean.
  List<Matches.Doubtful> doubtful(Import upload) {
    return upload.state() == ImportState.CHECKED ? matches.doubtful(upload) : List.of();
  }

  Optional<Announcement> announcement(Import upload) {
    return announcements.findByImportId(upload.id());
  }

  /// By the database's clock, which all nodes share.
  Instant now() {
    return imports.now();
  }

  /// Earlier imports that a checked one may put right.
  List<Import> correctable(Import upload) {
    return corrections.choices(upload);
  }

  Optional<Import> corrected(Import upload) {
    return Optional.ofNullable(corrections.corrected(upload));
  }

  /// Checks again as a correction of an earlier import, or as a source of its own.
  Outcome correct(Import upload, @Nullable Long correctsId) {
    if (correctsId != null && !corrections.possible(upload, correctsId)) {
      return new Refused("不能更正这次导入。请从列表中选择以前登记的一次年度指标导入。");
    }
    return imports.correcting(upload.id(), correctsId) > 0
        ? checkAgain(imports.findById(upload.id()).orElseThrow())
        : new Refused("现在的状态是“" + upload.stateAt(now()).label() + "”，不能选择更正。");
  }

  List<Finding> findings(long id, int most) {
    return findings.of(id, most);
  }

  /// Begins the check again, after an interruption or when the database has moved on.
  Outcome checkAgain(Import upload) {
    ImportState state = upload.stateAt(now());
    return switch (state) {
      case WAITING, CHECKING, STORING -> new Refused("正在处理，不用重新开始。");
      case STORED -> new Refused("已经登记，不能重新检查。");
      case CHECKED, REFUSED, CANCELLED, FAILED, INTERRUPTED ->
          upload.fileKept(now())
              ? started(upload, runner.check(upload, state))
              : new Refused("上传的文件已经清理，请重新上传。");
    };
  }

  /// Stores what was checked.
  ///
  /// @param cautionsAccepted whether the user has looked at everything that seemed odd
  Outcome store(
      Import upload, Storing.Rows rows, boolean cautionsAccepted, Caller by, LastingAct act) {
    Optional<String> barred = barred(upload, by);
    if (barred.isPresent()) {
      return new Refused(barred.get());
    }
    if (upload.stateAt(now()) != ImportState.CHECKED) {
      return new Refused("现在的状态是“" + upload.stateAt(now()).label() + "”，不能登记。");
    }
    if (!upload.fileKept(now())) {
      return new Refused("上传的文件已经清理，请重新上传。");
    }
    if (rows == Storing.Rows.ALL && upload.wrongRows() > 0) {
      return new Refused(
          "还有 %,d 行有错误，不能全部导入。请改正后重新上传，或只导入正确的 %,d 行。"
              .formatted(upload.wrongRows(), upload.goodRows()));
    }
    long wanted =
        rows == Storing.Rows.CLEAN ? upload.goodRows() - upload.remarkedRows() : upload.goodRows();
    if (wanted == 0) {
      return new Refused(
          upload.knownRows() > 0 && upload.wrongRows() == 0 ? "各行都已登记，没有新内容可以导入。" : "没有可以导入的行。");
    }
    if (rows != Storing.Rows.CLEAN && upload.cautions() > 0 && !cautionsAccepted) {
      return new Refused("有 %,d 处需要核对。确认无误的，请勾选“已核对”后再导入，或只导入没有提示的行。".formatted(upload.cautions()));
    }
    return started(upload, runner.store(upload, rows, by.username(), act));
  }

  /// Why what a file brings is not for somebody to store, whatever may be imported otherwise.
  Optional<String> barred(Import upload, Caller by) {
    return upload.kind() == ImportKind.REWARDS && !permissions.allow(by, Act.KEEP_REWARDS)
        ? Optional.of("奖励由培育办登记，您可以查看检查结果，但不能导入。")
        : Optional.empty();
  }

  /// Stops the work, or lets go of a file that was only checked.
  Outcome cancel(Import upload) {
    boolean done = imports.drop(upload.id()) > 0 || imports.askToCancel(upload.id()) > 0;
    return done
        ? new Done(upload)
        : new Refused("现在的状态是“" + upload.stateAt(now()).label() + "”，不能取消。");
  }

  /// Whether the annotated file can be given back.
  boolean annotatable(Import upload) {
    return upload.sheet() != null
        && upload.wrongRows() + upload.cautions() > 0
        && upload.fileKept(now());
  }

  /// The uploaded file with what was found written into it.
  void annotated(Import upload, OutputStream out) throws IOException, SpreadsheetRefused {
    Map<Integer, List<Finding>> byRow = new HashMap<>();
    for (Finding finding : findings.of(upload.id(), ALL_FINDINGS)) {
      byRow.computeIfAbsent(finding.row(), _ -> new ArrayList<>()).add(finding);
    }
    Map<Integer, AnnotatedCopy.Annotation> annotations = new HashMap<>();
    byRow.forEach((row, found) -> annotations.put(row, annotation(found)));
    int headRow = Objects.requireNonNull(upload.headRow());
    annotations.remove(headRow);
    new AnnotatedCopy(
            Objects.requireNonNull(upload.sheet()),
            headRow,
            Objects.requireNonNull(upload.problemColumn()),
            annotations)
        .write(SpreadsheetFile.open(files.read(upload.id()), SpreadsheetLimits.STANDARD), out);
  }

  private static AnnotatedCopy.Annotation annotation(List<Finding> found) {
    StringBuilder text = new StringBuilder();
    TreeSet<Integer> columns = new TreeSet<>();
    for (Finding finding : found) {
      if (text.length() < LONGEST_ANNOTATION) {
        text.append(text.isEmpty() ? "" : "\n").append(finding.sentence());
      }
      if (finding.column() != null) {
        columns.add(finding.column());
      }
    }
    return new AnnotatedCopy.Annotation(text.toString(), columns);
  }

  private static Outcome started(Import upload, boolean taken) {
    return taken ? new Done(upload) : new Refused("已经有人在处理这次导入，请稍后再看。");
  }
}
