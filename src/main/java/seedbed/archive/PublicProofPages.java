package seedbed.archive;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.evidence.EvidenceSettings;
import seedbed.evidence.Sha256;
import seedbed.signin.Throttle;
import seedbed.web.Origin;
import seedbed.web.Refusal;
import seedbed.word.Imprint;

/// What the QR code of a document leads to, for whoever holds the paper: whether it is the one that
/// the record has, and whether it still holds. Nothing of what it is about is shown.
@Hidden
@Controller(PublicProofPages.PATH + "{token}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class PublicProofPages {

  static final String PATH = "/proofs/";

  private static final String SHOW = "proofs/show";
  private static final String PURPOSE = "proof";
  private static final String NONE = "没有这个核验码：可能没有扫完整，或者不是本系统出具的文件。请重新扫码，或向出具单位核实。";

  private final VisibleDocuments documents;
  private final StoredFiles files;
  private final RegisterReading register;
  private final List<KeptRecord> records;
  private final EvidenceSettings settings;
  private final Throttle throttle;
  private final Origin.Resolver origins;

  PublicProofPages(
      VisibleDocuments documents,
      StoredFiles files,
      RegisterReading register,
      List<KeptRecord> records,
      EvidenceSettings settings,
      Throttle throttle,
      Origin.Resolver origins) {
    this.documents = documents;
    this.files = files;
    this.register = register;
    this.records = List.copyOf(records);
    this.settings = settings;
    this.throttle = throttle;
    this.origins = origins;
  }

  static String path(String token) {
    return PATH + token;
  }

  /// @param code to compare with the one on paper
  /// @param replacedBy the number of what took its place
  /// @param record whether what it was made from still says the same; null where that is not asked
  /// @param compares whether a file is kept that another one can be compared with
  @Introspected
  record Page(
      String token,
      String number,
      String series,
      String office,
      LocalDate enteredOn,
      String code,
      boolean valid,
      boolean voided,
      @Nullable String replacedBy,
      @Nullable Comparison record,
      boolean compares,
      long megabytes,
      @Nullable Comparison comparison) {}

  /// What came of comparing a file.
  @Introspected
  record Comparison(boolean same, String sentence) {}

  @Get
  @View(SHOW)
  Page show(String token, HttpRequest<?> request) {
    return page(proven(token, request), token, null);
  }

  /// Hashes the file while it is read and keeps nothing of it.
  @Post
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> compare(String token, @Part CompletedFileUpload file, HttpRequest<?> request)
      throws IOException {
    Listed document = proven(token, request);
    if (file.getSize() > settings.limits().fileBytes()) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  SHOW,
                  page(
                      document,
                      token,
                      new Comparison(
                          false,
                          "文件超过 " + settings.limits().fileMegabytes() + " MB，不会是归档的文件，没有核对。"))));
    }
    String hash;
    try (InputStream bytes = file.getInputStream()) {
      hash = Sha256.of(bytes);
    }
    return HttpResponse.ok(
        new ModelAndView<>(SHOW, page(document, token, compared(document, hash))));
  }

  private Comparison compared(Listed document, String hash) {
    Optional<StoredFiles.Stored> same =
        files.of(document.id()).stream().filter(file -> file.hash().equals(hash)).findFirst();
    return same.map(file -> new Comparison(true, "所选文件与" + file.kind().archived() + "逐字节一致。"))
        .orElseGet(() ->
            new Comparison(false, "所选文件与归档的文件不一致：它被改动过、另存过，或者不是这一份。纸质件扫描得到的文件总是不一致，请改为比对校验码。"));
  }

  private @Nullable Comparison record(Listed document) {
    Long about = document.aboutId();
    return about == null
        ? null
        : records.stream()
            .filter(record -> record.aboutKind().equals(document.aboutKind()))
            .findFirst()
            .map(record ->
                record.digests(about).contains(document.digest())
                    ? new Comparison(true, "系统内的电子记录重新计算摘要，与归档时一致。")
                    : new Comparison(false, "系统内的电子记录与归档时不一致，请以归档的文件为准，并告知立档单位。"))
            .orElse(null);
  }

  // A try is given back when the code was right: only guessing is slowed down.
  private Listed proven(String token, HttpRequest<?> request) {
    var taken =
        throttle
            .takeFrom(origins.of(request).address(), PURPOSE)
            .orElseThrow(() -> new Refusal.TooMany("核验的次数过多，请过一会儿再试。"));
    Listed document = documents.proven(token).orElseThrow(() -> new Refusal.Absent(NONE));
    throttle.giveBack(taken);
    return document;
  }

  private Page page(Listed document, String token, @Nullable Comparison comparison) {
    return new Page(
        token,
        document.number(),
        register.name(document.series()),
        document.office(),
        document.enteredOn(),
        Imprint.code(document.digest()),
        document.ending() == null,
        document.ending() == Amendments.Kind.VOIDED,
        document.replacedBy(),
        record(document),
        document.files() > 0,
        settings.limits().fileMegabytes(),
        comparison);
  }
}
