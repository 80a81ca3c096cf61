package seedbed.report.dossier;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import seedbed.access.Permission;
import seedbed.company.Absence;
import seedbed.web.ChosenDay;
import seedbed.web.Download;

/// One company, one dossier: on a page and as a file.
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class DossierPages {

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final Bookbinding binding;
  private final DossierWord word;
  private final DossierPdf pdf;

  DossierPages(Bookbinding binding, DossierWord word, DossierPdf pdf) {
    this.binding = binding;
    this.word = word;
    this.pdf = pdf;
  }

  @Get("/companies/{id}/dossier")
  @Produces(MediaType.TEXT_HTML)
  @View("dossiers/show")
  Dossier show(long id, ChosenDay chosen, Permission permission) {
    return dossier(id, chosen, permission);
  }

  @Get("/companies/{id}/dossier.docx")
  @Produces(WORD)
  HttpResponse<byte[]> word(long id, ChosenDay chosen, Permission permission) throws IOException {
    Dossier dossier = dossier(id, chosen, permission);
    return file(
        Volume.of(dossier), dossier.company() + "一企一册（" + chosen.day() + "）.docx", word::write);
  }

  @Get("/companies/{id}/dossier.pdf")
  @Produces(MediaType.APPLICATION_PDF)
  HttpResponse<byte[]> pdf(long id, ChosenDay chosen, Permission permission) throws IOException {
    Dossier dossier = dossier(id, chosen, permission);
    return file(
        Volume.of(dossier), dossier.company() + "一企一册（" + chosen.day() + "）.pdf", pdf::write);
  }

  private Dossier dossier(long id, ChosenDay chosen, Permission permission) {
    return binding.of(id, chosen, permission).orElseThrow(() -> Absence.of(id, chosen));
  }

  private interface Writer {
    void write(Volume volume, ByteArrayOutputStream out) throws IOException;
  }

  private static HttpResponse<byte[]> file(Volume volume, String name, Writer writer)
      throws IOException {
    var out = new ByteArrayOutputStream();
    writer.write(volume, out);
    return HttpResponse.ok(out.toByteArray())
        .header(HttpHeaders.CONTENT_DISPOSITION, Download.named(name));
  }

  /// What is bound together in one file.
  ///
  /// @param title of the cover
  record Volume(String title, List<Dossier> dossiers) {

    Volume {
      dossiers = List.copyOf(dossiers);
    }

    static Volume of(Dossier dossier) {
      return new Volume(dossier.company() + "一企一册", List.of(dossier));
    }

    boolean many() {
      return dossiers.size() > 1;
    }
  }
}
