package seedbed.plan;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.criteria.PlanOutline;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

/// What the company does with its plan: begin, write, hand in, take back, revise.
@Singleton
class Writing {

  private final TransactionOperations<Connection> transactions;
  private final Plans plans;
  private final PlanVersions versions;
  private final ContentRows rows;
  private final UnreadRows unread;
  private final PlanSteps steps;
  private final PlanMoves moves;
  private final BaseFigures baseFigures;
  private final PlanOutline outline;
  private final PlanSettings settings;
  private final Clock clock;

  Writing(
      TransactionOperations<Connection> transactions,
      Plans plans,
      PlanVersions versions,
      ContentRows rows,
      UnreadRows unread,
      PlanSteps steps,
      PlanMoves moves,
      BaseFigures baseFigures,
      PlanOutline outline,
      PlanSettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.plans = plans;
    this.versions = versions;
    this.rows = rows;
    this.unread = unread;
    this.steps = steps;
    this.moves = moves;
    this.baseFigures = baseFigures;
    this.outline = outline;
    this.settings = settings;
    this.clock = clock;
  }

  /// The years from one on, measured by the last year of which everything is known.
  Span span(int first, int years) {
    int lastFull = LocalDate.now(clock).getYear() - 1;
    return new Span(Math.min(first - 1, lastFull), first, first + years - 1);
  }

  /// A plan for some years with its first version, in which the figures of the base year stand; the
  /// one there is already for these years.
  Plan begin(long company, Span span, Caller by) {
    return transactions.executeWrite(_ -> {
      plans.lock(company);
      for (Plan plan : plans.findByCompanyIdAndStandingOrderByFirstYearDesc(company, 1)) {
        if (plan.span().equals(span)) {
          return plan;
        }
        if (plan.firstYear() <= span.last() && span.first() <= plan.lastYear()) {
          throw new Refusal.Invalid("first", overlap(plan));
        }
      }
      return begun(company, span, by);
    });
  }

  // What was never approved can be put aside; everything else is revised.
  private String overlap(Plan plan) {
    List<Version> all = versions.findByPlanIdOrderByOrdinalDesc(plan.id());
    boolean draft =
        Version.current(all).stage() == Stage.DRAFT
            && all.stream().noneMatch(each -> each.stage() == Stage.APPROVED);
    return "已有 %s的方案，方案期不能重叠；%s"
        .formatted(plan.span(), draft ? "年度选错的，请打开原方案放弃编制后再选。" : "要改变目标和任务，请修订原方案。");
  }

  private Plan begun(long company, Span span, Caller by) {
    LocalDate today = LocalDate.now(clock);
    if (span.first() < today.getYear() - 1 || span.first() > today.getYear() + 1) {
      throw new Refusal.Invalid("first", "方案应从上年、今年或者明年开始，现选的是 " + span.first() + " 年。");
    }
    Plan plan = plans.save(Plan.begun(company, span, today, by.username()));
    Version first = versions.save(Version.begun(plan.id(), 1, today, draftDue(today)));
    rows.keep(first.id(), baseFigures.of(company, span));
    return plan;
  }

  /// Whether the version at hand is one that only the company has had in hand: a first draft, or a
  /// revision of what is in force.
  ///
  /// @param all of one plan, the newest first
  boolean untouched(List<Version> all) {
    Version newest = all.getFirst();
    return newest.stage() == Stage.DRAFT
        && (all.size() == 1 || all.get(1).stage() != Stage.RETURNED)
        && steps.ofPlan(newest.planId()).stream()
            .noneMatch(step -> step.versionId() == newest.id());
  }

  /// What is left of a plan when a version of it was put aside.
  enum Aside {
    /// Nothing: it was never handed in.
    GONE,
    /// Its history.
    ENDED,
    /// The version before, which goes on.
    IN_FORCE
  }

  /// Puts the version at hand aside. What was never handed in goes; what was keeps its history.
  ///
  /// @param lock what the writer had in front of him
  /// @param reason asked for where it was handed in before
  Aside abandon(Plan plan, long lock, Caller by, @Nullable String reason) {
    return transactions.executeWrite(_ -> {
      List<Version> all = versions.findByPlanIdOrderByOrdinalDesc(plan.id());
      Version newest = all.getFirst();
      if (newest.stage() != Stage.DRAFT) {
        throw new Refusal.Stale("方案现在的环节是“" + newest.stage().label() + "”，不能放弃编制。");
      }
      boolean untouched = untouched(all);
      if (!untouched && reason == null) {
        throw new Refusal.Invalid("reason", "方案提交过，放弃编制请写明理由；办理记录和各稿保留。");
      }
      if (versions.touch(newest.id(), lock) == 0) {
        throw new Refusal.Stale("在您打开以后，方案又改动过，没有放弃。请打开方案，看过最新情况后再办。");
      }
      unread.keep(newest.id(), UnreadRows.NOTHING);
      if (untouched) {
        rows.keep(newest.id(), Content.EMPTY);
        versions.deleteById(newest.id());
      } else {
        Version held = versions.findById(newest.id()).orElseThrow();
        moves.make(held, Move.ABANDON, by, reason, moved -> moved, _ -> {});
      }
      return left(plan, all, untouched);
    });
  }

  private Aside left(Plan plan, List<Version> all, boolean untouched) {
    if (all.stream().anyMatch(each -> each.stage() == Stage.APPROVED)) {
      return Aside.IN_FORCE;
    }
    if (untouched && all.size() == 1) {
      plans.deleteById(plan.id());
      return Aside.GONE;
    }
    plans.update(plan.abandoned());
    return Aside.ENDED;
  }

  /// Keeps what was typed, also what cannot be read yet, beside what others have typed meanwhile.
  /// Nothing of it is kept while a field is contested.
  ///
  /// @param seen what the writer had in front of him
  Merged keep(Version version, Seen seen, Content typed) {
    return transactions.executeWrite(_ -> {
      long lock =
          versions
              .hold(version.id())
              .orElseThrow(() -> new Refusal.Stale("方案已经提交或者放弃，填写的内容没有保存。请打开方案，看过最新情况后再办。"));
      Merged merged = Merged.of(seen, rows.of(version.id()), typed);
      if (merged.contested().isEmpty() && !merged.content().equals(merged.kept())) {
        versions.touch(version.id(), lock);
        rows.keep(version.id(), merged.content());
      }
      return merged;
    });
  }

  /// Keeps what a Word form said in place of everything.
  ///
  /// @param lock what the form was made of
  /// @param unread what could not be read of it
  /// @return false when somebody else wrote meanwhile; then nothing is kept
  boolean keep(Version version, long lock, Content content, UnreadRows.Unread unread) {
    return transactions.executeWrite(_ -> {
      boolean first = versions.touch(version.id(), lock) == 1;
      if (first) {
        rows.keep(version.id(), content);
        this.unread.keep(version.id(), unread);
      }
      return first;
    });
  }

  PlanMoves.Made submit(Plan plan, Version version, Caller by, @Nullable String note) {
    Goals goals = Goals.of(rows.of(version.id()), plan.span(), outline);
    if (!goals.complete()) {
      List<FieldError> faults =
          Stream.concat(goals.errors().stream(), goals.gaps().stream()).toList();
      throw new Refusal.Invalid("方案还有 " + faults.size() + " 处需要改正或补充，处理后再提交。", faults);
    }
    return moves.make(version, Move.SUBMIT, by, note, moved -> moved, _ -> leaveDraft(version));
  }

  // The note went with the step.
  private void leaveDraft(Version version) {
    unread.keep(version.id(), UnreadRows.NOTHING);
    rows.keep(version.id(), rows.of(version.id()).with(Map.of(Content.NOTE, "")));
  }

  PlanMoves.Made withdraw(Version version, Caller by, @Nullable String note) {
    if (version.stage() == Stage.OFFICE) {
      throw new Refusal.Stale("镇（街道）已经审核通过，方案在培育办审定，不能撤回；需要修改的，请与培育办联系退回。");
    }
    return moves.make(version, Move.WITHDRAW, by, note, moved -> moved, _ -> {});
  }

  /// The next version, which begins with what the approved one says, but for the day on which that
  /// was written.
  Version revise(Version approved) {
    LocalDate today = LocalDate.now(clock);
    if (approved.stage() != Stage.APPROVED) {
      throw new Refusal.Stale("只有批准的方案才能修订；现在的环节是“" + approved.stage().label() + "”。");
    }
    try {
      return transactions.executeWrite(_ -> {
        Version next = follow(approved, today, draftDue(today));
        rows.keep(next.id(), rows.of(next.id()).with(Map.of(Content.PREPARED, "")));
        return next;
      });
    } catch (DataAccessException e) {
      throw new Refusal.Stale("方案已经有一稿正在修订或者审核，没有重复建立。请打开方案查看。");
    }
  }

  /// Within the transaction of whoever asks.
  Version follow(Version before, LocalDate today, LocalDate due) {
    int newest = versions.findByPlanIdOrderByOrdinalDesc(before.planId()).getFirst().ordinal();
    Version next = versions.save(Version.begun(before.planId(), newest + 1, today, due));
    rows.copy(before.id(), next.id());
    return next;
  }

  private LocalDate draftDue(LocalDate today) {
    return today.plusDays(settings.draftDays());
  }
}
