package seedbed.drafting;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import seedbed.criteria.EditionFiles;
import seedbed.criteria.Editions;
import seedbed.web.Refusal;

/// A published edition as a file of `config/checklists`, with the last day that its successor has
/// brought.
@Hidden
@Controller("/editions")
@ExecuteOn(TaskExecutors.BLOCKING)
class ExportPages {
  private final Editions editions;
  private final EditionFiles files;

  ExportPages(Editions editions, EditionFiles files) {
    this.editions = editions;
    this.files = files;
  }

  @Get("/{id}/export.yml")
  @Produces("application/yaml")
  HttpResponse<String> export(String id) {
    var edition =
        editions
            .find(id)
            .orElseThrow(() -> new Refusal.Absent("没有编号为“" + id + "”的标准版本，请从标准清单中选择。"));
    var to = edition.to();
    var document =
        TreeReader.read(files.yaml(id).orElseThrow()).with("to", to == null ? "" : to.toString());
    return HttpResponse.ok(
            "# yaml-language-server: $schema=edition.schema.json\n"
                + TreeWriter.write(document).text())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".yml\"");
  }
}
