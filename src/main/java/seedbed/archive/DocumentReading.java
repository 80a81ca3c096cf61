package seedbed.archive;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.evidence.EvidenceSettings;
import seedbed.evidence.content.FileFormat;
import seedbed.web.FormErrors;
import seedbed.web.PublicAddress;
import seedbed.web.QrCode;
import seedbed.web.Refusal;
import seedbed.word.Imprint;

/// Puts the page of one document together.
@Singleton
class DocumentReading {

  private final VisibleDocuments documents;
  private final StoredFiles files;
  private final Amendments amendments;
  private final Locations locations;
  private final RegisterReading register;
  private final Permissions permissions;
  private final PublicAddress address;
  private final EvidenceSettings settings;
  private final Map<String, Origin> origins;

  DocumentReading(
      VisibleDocuments documents,
      StoredFiles files,
      Amendments amendments,
      Locations locations,
      RegisterReading register,
      Permissions permissions,
      PublicAddress address,
      EvidenceSettings settings,
      List<Origin> origins) {
    this.documents = documents;
    this.files = files;
    this.amendments = amendments;
    this.locations = locations;
    this.register = register;
    this.permissions = permissions;
    this.address = address;
    this.settings = settings;
    this.origins = origins.stream().collect(Collectors.toMap(Origin::aboutKind, origin -> origin));
  }

  Listed find(long id, Permission permission) {
    return documents
        .find(id, permission.scope())
        .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的归档文件。"));
  }

  /// @throws Refusal.NotAllowed when another unit answers for it
  Listed own(long id, Permission permission) {
    Listed document = find(id, permission);
    if (!keeps(document, permission)) {
      throw new Refusal.NotAllowed("这份文件由" + document.office() + "立档，请由该单位办理。");
    }
    return document;
  }

  private boolean keeps(Listed document, Permission permission) {
    return document.regionCode().equals(permission.caller().regionCode())
        && permissions.allow(permission.caller(), Act.KEEP_ARCHIVE);
  }

  DocumentPage page(
      Listed document, Permission permission, DocumentPages.Form typed, FormErrors errors) {
    return new DocumentPage(
        head(document),
        document.reference(),
        document.letter(),
        about(document, permission),
        proof(document),
        files.of(document.id()).stream().map(DocumentReading::line).toList(),
        amendments.of(document.id()).stream()
            .map(each ->
                new DocumentPage.AmendmentLine(
                    each.kind().label(),
                    each.kind().styleClass(),
                    each.reason(),
                    each.replacement(),
                    each.replacedBy(),
                    each.at(),
                    each.by()))
            .toList(),
        locations.of(document.id()).stream()
            .map(each ->
                new DocumentPage.Lying(each.spot().toString(), each.remark(), each.at(), each.by()))
            .toList(),
        document.ending() == null,
        keeps(document, permission),
        FileFormat.ALLOWED,
        settings.limits().fileMegabytes(),
        typed,
        errors);
  }

  private DocumentPage.Head head(Listed document) {
    Amendments.Kind ending = document.ending();
    return new DocumentPage.Head(
        document.id(),
        document.number(),
        register.name(document.series()),
        document.office(),
        document.subject(),
        document.enteredOn(),
        document.enteredBy(),
        document.retention().label(),
        document.companyId(),
        document.company(),
        document.demo(),
        document.digest(),
        document.spot() == null ? null : document.spot().toString(),
        RegisterReading.standing(document),
        ending == null ? null : ending.styleClass(),
        document.replacement());
  }

  private DocumentPage.@Nullable About about(Listed document, Permission permission) {
    Long id = document.aboutId();
    Origin origin = document.aboutKind() == null ? null : origins.get(document.aboutKind());
    return origin == null || id == null
        ? null
        : origin
            .page(id, permission)
            .map(page -> new DocumentPage.About(origin.label(), page.toString()))
            .orElse(null);
  }

  private DocumentPage.@Nullable Proof proof(Listed document) {
    String token = document.token();
    if (token == null) {
      return null;
    }
    String path = PublicProofPages.path(token);
    return new DocumentPage.Proof(
        path, Imprint.code(document.digest()), QrCode.image(address.printed(path)));
  }

  private static DocumentPage.FileLine line(StoredFiles.Stored file) {
    return new DocumentPage.FileLine(
        file.number(),
        file.kind().label(),
        file.name(),
        file.format().label(),
        size(file.bytes()),
        file.hash(),
        file.addedAt(),
        file.addedBy());
  }

  private static String size(long bytes) {
    return bytes < 1024 * 1024
        ? Math.max(1, bytes / 1024) + " KB"
        : "%.1f MB".formatted(bytes / 1024.0 / 1024.0);
  }
}
