package seedbed.report;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.access.Scope;
import seedbed.company.Known;
import seedbed.criteria.EditionFiles;
import seedbed.criteria.Editions;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.web.Address;
import seedbed.web.ChosenDay;
import seedbed.web.Refusal;
import seedbed.web.SplitBar;

/// The editions of the criteria, as lists and as the tables of their documents.
@Hidden
@Controller("/editions")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class EditionPages {

  private final Editions editions;
  private final Titles titles;
  private final EditionFiles files;
  private final CurrentRun currentRun;
  private final PoolCounts counts;
  private final Permissions permissions;

  EditionPages(
      Editions editions,
      Titles titles,
      EditionFiles files,
      CurrentRun currentRun,
      PoolCounts counts,
      Permissions permissions) {
    this.editions = editions;
    this.titles = titles;
    this.files = files;
    this.currentRun = currentRun;
    this.counts = counts;
    this.permissions = permissions;
  }

  @Get
  @View("editions/index")
  EditionList list(
      @QueryValue @Nullable String level,
      @QueryValue @Nullable String title,
      @QueryValue @Nullable String status,
      ChosenDay chosen) {
    return EditionList.of(
        editions, titles, new EditionList.Filter(level, title, status), chosen.day());
  }

  @Get("/{id}")
  @View("editions/show")
  EditionSheet show(
      String id,
      @QueryValue @Nullable String title,
      @QueryValue @Nullable String track,
      @QueryValue @Nullable String applicant,
      ChosenDay chosen,
      Caller caller) {
    var opened = open(id, new EditionSheet.Choice(title, track, applicant), chosen.day());
    var standing =
        permissions
            .of(caller, Act.SEE_OVERVIEW)
            .map(seeing -> standing(id, opened.checklist(), chosen.day(), seeing.scope()))
            .orElse(null);
    return opened
        .sheet()
        .with(files.cases(id), standing, permissions.allow(caller, Act.DRAFT_EDITION));
  }

  @Get("/{id}/file")
  @Produces("application/yaml")
  HttpResponse<String> file(String id) {
    var yaml = files.yaml(id).orElseThrow(() -> absent(id));
    return HttpResponse.ok(yaml)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".yml\"");
  }

  private EditionSheet.Opened open(String id, EditionSheet.Choice choice, LocalDate day) {
    return editions
        .find(id)
        .map(edition -> EditionSheet.of(edition, editions, titles, choice, day))
        .or(() ->
            editions
                .notice(id)
                .map(notice -> EditionSheet.of(notice, editions, titles, choice, day)))
        .orElseThrow(() -> absent(id));
  }

  private EditionSheet.@Nullable Standing standing(
      String id, @Nullable Checklist checklist, LocalDate day, Scope scope) {
    if (checklist == null) {
      return null;
    }
    var renewal = checklist.applicant() == Applicant.RENEWAL;
    return currentRun
        .on(day)
        .shown()
        .map(run -> counts.answers(run.id(), checklist.title(), id, renewal, new Known(scope, day)))
        .filter(answers -> answers.met() + answers.notMet() + answers.unknown() > 0)
        .map(answers ->
            new EditionSheet.Standing(
                new SplitBar(answers.met(), answers.notMet(), answers.unknown()),
                renewal,
                Address.of("/companies")
                    .with("title", checklist.title())
                    .with("outcome", renewal ? "held" : "ready")))
        .orElse(null);
  }

  private static Refusal.Absent absent(String id) {
    return new Refusal.Absent("没有编号为“" + id + "”的标准版本，请从标准清单中选择。");
  }
}
