package seedbed.report;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.assessment.Impact;
import seedbed.assessment.ImpactReason;
import seedbed.assessment.PoolImpact;
import seedbed.company.CompanyNames;
import seedbed.company.Known;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.web.Address;
import seedbed.web.ChosenDay;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Progress;

/// Puts the impact of a comparison into lists of named companies.
@Singleton
final class Impacts {

  private static final int NAMED_AT_ONCE = 500;
  private static final String PLACE = "/editions/comparison/";

  private final PoolImpact pool;
  private final CompanyNames names;

  Impacts(PoolImpact pool, CompanyNames names) {
    this.pool = pool;
    this.names = names;
  }

  /// The part of the page, with one slice of the list asked for.
  ImpactPart part(
      ComparisonQuery query,
      Checklist from,
      Checklist to,
      ChosenDay chosen,
      PageRequest page,
      ImpactPart.Reader reader) {
    var stop = act("stops", query, chosen, reader);
    var resume = act("resumptions", query, chosen, reader);
    var renewal = to.applicant() == Applicant.RENEWAL;
    return switch (pool.on(from, to, chosen.day(), reader.scope())) {
      case PoolImpact.Working working ->
          ImpactPart.working(progress(working, query, chosen), stop, renewal);
      case PoolImpact.Stopped _ -> ImpactPart.stopped(resume, renewal);
      case PoolImpact.Ready(var impact) -> {
        yield new ImpactPart(
            null,
            false,
            renewal,
            impact.companies(),
            ImpactPart.lists(impact, query.list()),
            query.list().label(),
            rows(impact, query.list(), from, to, page, new Known(reader.scope(), chosen.day())),
            Pager.of(page, impact.count(query.list())),
            stop,
            resume,
            reader.imports());
      }
    };
  }

  private static @Nullable Address act(
      String act, ComparisonQuery query, ChosenDay chosen, ImpactPart.Reader reader) {
    return reader.runs() ? query.address(PLACE + act).with("on", chosen.day()) : null;
  }

  /// One slice of a list.
  List<ImpactPart.Row> rows(
      Impact impact,
      Impact.Kind kind,
      Checklist from,
      Checklist to,
      PageRequest page,
      Known known) {
    return rows(
        impact.of(kind).stream().skip(page.offset()).limit(page.size()).toList(), from, to, known);
  }

  Progress progress(PoolImpact.Working working, ComparisonQuery query, ChosenDay chosen) {
    return Progress.share(
        "正在用两个版本逐家判定",
        working.done(),
        Math.max(1, working.total()),
        Progress.State.RUNNING,
        "完成后自动显示名单",
        query.address(PLACE + "progress").with("on", chosen.day()));
  }

  /// Every company of a list, named some hundred at a time.
  Stream<ImpactPart.Row> all(
      Impact impact, Impact.Kind kind, Checklist from, Checklist to, Known known) {
    var listed = impact.of(kind);
    List<List<Impact.Affected>> slices = new ArrayList<>();
    for (var start = 0; start < listed.size(); start += NAMED_AT_ONCE) {
      slices.add(listed.subList(start, Math.min(start + NAMED_AT_ONCE, listed.size())));
    }
    return slices.stream().flatMap(slice -> rows(slice, from, to, known).stream());
  }

  private List<ImpactPart.Row> rows(
      List<Impact.Affected> affected, Checklist from, Checklist to, Known known) {
    var named = names.of(affected.stream().map(Impact.Affected::companyId).toList(), known);
    var reason = new ImpactReason(from, to);
    List<ImpactPart.Row> rows = new ArrayList<>();
    for (var company : affected) {
      var each = named.get(company.companyId());
      if (each != null) {
        rows.add(
            new ImpactPart.Row(
                each.id(),
                each.name(),
                each.regionCode(),
                each.region(),
                each.demo(),
                company.from(),
                company.to(),
                reason.of(company)));
      }
    }
    return rows;
  }
}
