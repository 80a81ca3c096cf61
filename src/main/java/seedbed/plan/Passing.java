package seedbed.plan;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.archive.Archiving;
import seedbed.archive.Series;
import seedbed.company.Company;
import seedbed.criteria.PlanOutline;
import seedbed.evidence.content.FileFormat;
import seedbed.web.Refusal;

/// What township and office do with a plan that was handed in.
@Singleton
class Passing {

  /// Of a company's name, so that the archive's name of a file (200) has room for the rest.
  private static final int LONGEST_NAMED = 160;

  private final TransactionOperations<Connection> transactions;
  private final ContentRows rows;
  private final GoalRows goals;
  private final PlanMoves moves;
  private final Writing writing;
  private final PlanVersions versions;
  private final PlanDocuments documents;
  private final Archiving archiving;
  private final PlanOutline outline;
  private final PlanSettings settings;
  private final Clock clock;

  Passing(
      TransactionOperations<Connection> transactions,
      ContentRows rows,
      GoalRows goals,
      PlanMoves moves,
      Writing writing,
      PlanVersions versions,
      PlanDocuments documents,
      Archiving archiving,
      PlanOutline outline,
      PlanSettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.rows = rows;
    this.goals = goals;
    this.moves = moves;
    this.writing = writing;
    this.versions = versions;
    this.documents = documents;
    this.archiving = archiving;
    this.outline = outline;
    this.settings = settings;
    this.clock = clock;
  }

  /// @param comments by place in the plan
  PlanMoves.Made forward(
      Version version, Caller by, @Nullable String note, Map<String, String> comments) {
    return moves.make(
        version,
        Move.FORWARD,
        by,
        note,
        moved -> moved,
        made -> rows.comment(made.step().id(), comments));
  }

  /// Ends this version and lets the company write on in the next.
  ///
  /// @param comments by place in the plan; at least one, or a note
  PlanMoves.Made sendBack(
      Version version, Caller by, @Nullable String note, Map<String, String> comments) {
    if (comments.isEmpty() && note == null) {
      throw new Refusal.Invalid("note", "请写明退回理由：在有问题的段落后填写，或者填写总的意见。");
    }
    LocalDate today = LocalDate.now(clock);
    return moves.make(
        version,
        Move.RETURN,
        by,
        note,
        moved -> moved,
        made -> {
          rows.comment(made.step().id(), comments);
          writing.follow(made.version(), today, today.plusDays(settings.returnDays()));
        });
  }

  /// From today on this version is the one in force; it has its number and hash, and its targets
  /// and tasks are followed.
  ///
  /// @param comments by place in the plan
  PlanMoves.Made approve(
      Plan plan,
      Version version,
      Company company,
      Caller by,
      @Nullable String note,
      Map<String, String> comments) {
    LocalDate today = LocalDate.now(clock);
    return transactions.executeWrite(_ -> {
      Content content = rows.of(version.id());
      String digest = PlanDigest.of(company.name(), plan, version.ordinal(), content);
      return moves.make(
          version,
          Move.APPROVE,
          by,
          note,
          moved -> {
            goals.write(plan, moved, Goals.of(content, plan.span(), outline));
            return archived(plan, moved, company, digest, content, today, by);
          },
          made -> rows.comment(made.step().id(), comments));
    });
  }

  /// The printed version goes to the archive with the number that it carries.
  private Version archived(
      Plan plan,
      Version version,
      Company company,
      String digest,
      Content content,
      LocalDate today,
      Caller by) {
    Archiving.Original original =
        new Archiving.Original(
            fileName(company.name(), version.ordinal()),
            FileFormat.DOCX,
            (imprint, out) ->
                documents
                    .printed(
                        plan,
                        version.approved(today, company.name(), imprint.number(), digest),
                        company,
                        digest,
                        content)
                    .write(out, imprint));
    Archiving.Entered entered =
        archiving.freeze(
            paper(plan, version, company, by.regionCode(), digest), original, today, by.username());
    return version.approved(today, company.name(), entered.number().toString(), digest);
  }

  /// A name for the file, of a company of the longest name too.
  static String fileName(String company, int ordinal) {
    int most = Math.min(company.codePointCount(0, company.length()), LONGEST_NAMED);
    return "%s培育发展方案（第 %d 稿）.docx"
        .formatted(company.substring(0, company.offsetByCodePoints(0, most)), ordinal);
  }

  private Archiving.Paper paper(
      Plan plan, Version version, Company company, String unit, String digest) {
    Archiving.Paper paper =
        new Archiving.Paper(
                Series.PLAN,
                "%s培育发展方案（%s，第 %d 稿）".formatted(company.name(), plan.span(), version.ordinal()),
                unit,
                PlanRecord.KIND,
                version.id(),
                digest)
            .ofCompany(company.id());
    return versions.findByPlanIdOrderByOrdinalDesc(plan.id()).stream()
        .filter(each -> each.stage() == Stage.APPROVED)
        .findFirst()
        .flatMap(each -> archiving.standingAbout(Series.PLAN, PlanRecord.KIND, each.id()))
        .map(paper::replacing)
        .orElse(paper);
  }
}
