package seedbed.inspection;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import seedbed.access.Permission;
import seedbed.archive.Archiving;
import seedbed.archive.Series;
import seedbed.pdf.PaperPdf;
import seedbed.web.Download;
import seedbed.word.Imprint;

/// The table of 附件6 on paper: in Word as it was frozen, and the same as PDF.
@Hidden
@Controller("/inspections/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
class FilingFilePages {

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final InspectionReading reading;
  private final Papers papers;
  private final Archiving archiving;
  private final PaperPdf printer;

  FilingFilePages(InspectionReading reading, Papers papers, Archiving archiving, PaperPdf printer) {
    this.reading = reading;
    this.papers = papers;
    this.archiving = archiving;
    this.printer = printer;
  }

  @Get("/filing.docx")
  @Produces(WORD)
  HttpResponse<byte[]> word(long id, Permission permission) throws IOException {
    Records.File file = reading.file(id, permission);
    Filed filed = reading.filed(file);
    byte[] bytes =
        Files.readAllBytes(archiving.frozen(Series.FILING, "inspection", id).orElseThrow());
    return answer(bytes, filed.companyName() + "检查处置报备表.docx");
  }

  @Get("/filing.pdf")
  @Produces(MediaType.APPLICATION_PDF)
  HttpResponse<byte[]> pdf(long id, Permission permission) throws IOException {
    Records.File file = reading.file(id, permission);
    Filed filed = reading.filed(file);
    Conclusion conclusion = file.conclusion();
    FilingPaper paper =
        conclusion == null
            ? papers.filed(file, filed)
            : papers.concluded(papers.before(file, conclusion), filed, conclusion, file.problems());
    Imprint imprint = archiving.imprint(Series.FILING, "inspection", id).orElseThrow();
    var out = new ByteArrayOutputStream();
    printer.write(paper.markup(imprint), out);
    return answer(out.toByteArray(), filed.companyName() + "检查处置报备表.pdf");
  }

  private static HttpResponse<byte[]> answer(byte[] bytes, String name) {
    return HttpResponse.ok(bytes).header(HttpHeaders.CONTENT_DISPOSITION, Download.named(name));
  }
}
