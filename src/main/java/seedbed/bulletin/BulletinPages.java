package seedbed.bulletin;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.archive.Archiving;
import seedbed.archive.Series;
import seedbed.audit.Deed;
import seedbed.web.Address;
import seedbed.web.Download;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.PageRequest;
import seedbed.web.Refusal;

/// Bulletins: read by who is concerned, drafted and issued by the office.
@Hidden
@Controller("/bulletins")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class BulletinPages {

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String EDIT = "bulletins/edit";

  private final BulletinReading reading;
  private final Drafting drafting;
  private final Issuing issuing;
  private final Archiving archiving;

  BulletinPages(BulletinReading reading, Drafting drafting, Issuing issuing, Archiving archiving) {
    this.reading = reading;
    this.drafting = drafting;
    this.issuing = issuing;
    this.archiving = archiving;
  }

  @Serdeable
  record NewForm(@Nullable String period) {}

  @Get
  @View("bulletins/index")
  BulletinPage.Index index(PageRequest page, Permission permission) {
    return reading.index(page, permission, null, FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> open(@Body NewForm form, PageRequest page, Permission permission, Deed deed) {
    try {
      Bulletin begun =
          drafting.open(
              permission.caller().regionCode(),
              BulletinReading.period(form.period()),
              permission.caller().username());
      deed.about(Issuing.KIND, begun.id()).noted("建立" + begun.period().label());
      return Flash.seeOther(address(begun.id()), "已按期末情况取数，请核对后写明情况，再印发。");
    } catch (Refusal.Invalid refused) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  "bulletins/index",
                  reading.index(page, permission, form.period(), FormErrors.of(refused.errors()))));
    }
  }

  @Get("/{id}")
  @View("bulletins/show")
  BulletinPage show(long id, Permission permission) {
    return reading.page(reading.bulletin(id, permission), permission);
  }

  /// The companies that a number counts.
  @Get("/{id}/companies")
  @View("bulletins/companies")
  BulletinPage.Companies companies(
      long id,
      @Nullable @QueryValue String list,
      @Nullable @QueryValue String show,
      @Nullable @QueryValue String town,
      PageRequest page,
      Permission permission) {
    return reading.companies(
        reading.bulletin(id, permission),
        new BulletinReading.Asked(list, show, town),
        page,
        permission);
  }

  /// Takes the digest of an issued one again.
  @Get("/{id}/verification")
  @View("bulletins/verification")
  BulletinPage.Verification verification(long id, Permission permission) {
    return reading.verification(reading.bulletin(id, permission), permission);
  }

  @Get("/{id}/edit")
  @View(EDIT)
  BulletinPage.Edit edit(long id, Permission permission) {
    return reading.edit(reading.own(id, permission), permission);
  }

  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> write(
      long id, @Body Map<String, @Nullable Object> form, Permission permission, Deed deed) {
    Bulletin bulletin = reading.own(id, permission);
    Typed typed = Typed.of(form);
    if (typed.errors().any()) {
      return refused(bulletin, permission, typed, typed.errors());
    }
    Contents.Written written = adopting(bulletin, typed);
    int over = written.highlights().size() - Typed.MOST_HIGHLIGHTS;
    if (over > 0) {
      return refused(
          bulletin,
          permission,
          typed,
          FormErrors.of(
              List.of(
                  new FieldError(
                      "adopt",
                      "亮点最多 %d 条，写好的 %d 条，选登的 %d 条，多了 %d 条：请少选几条，或者清空不用的。"
                          .formatted(
                              Typed.MOST_HIGHLIGHTS,
                              typed.written().highlights().size(),
                              written.highlights().size() - typed.written().highlights().size(),
                              over)))));
    }
    try {
      drafting.write(bulletin, typed.lock(), written, permission.caller().username());
    } catch (Refusal.Stale _) {
      Bulletin now = reading.own(id, permission);
      return HttpResponse.status(HttpStatus.CONFLICT)
          .body(
              new ModelAndView<>(
                  EDIT, reading.edit(now, permission, written, FormErrors.NONE, true)));
    }
    deed.noted("修改文字和亮点，亮点 " + written.highlights().size() + " 条");
    return Flash.seeOther(address(id), "已保存。");
  }

  private HttpResponse<?> refused(
      Bulletin bulletin, Permission permission, Typed typed, FormErrors errors) {
    return HttpResponse.unprocessableEntity()
        .body(new ModelAndView<>(EDIT, reading.edit(bulletin, permission, typed, errors)));
  }

  private Contents.Written adopting(Bulletin bulletin, Typed typed) {
    List<Content.Highlight> highlights = new ArrayList<>(typed.written().highlights());
    for (BulletinPage.Suggestion each : reading.suggestions(bulletin, typed.written())) {
      if (typed.adopted().contains(each.value())) {
        highlights.add(new Content.Highlight(each.headline(), each.words()));
      }
    }
    return new Contents.Written(typed.written().words(), highlights);
  }

  @Post("/{id}/refreshment")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> refresh(
      long id, @Body Map<String, @Nullable Object> form, Permission permission, Deed deed) {
    Bulletin bulletin = reading.own(id, permission);
    drafting.refresh(bulletin, Typed.lock(form), permission.caller().username());
    deed.noted("重新取数");
    return Flash.seeOther(address(id), "已按现在登记的情况重新取数，您写的文字没有变。");
  }

  @Post("/{id}/issue")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> issue(
      long id, @Body Map<String, @Nullable Object> form, Permission permission, Deed deed) {
    Bulletin bulletin = reading.own(id, permission);
    String number = issuing.issue(bulletin, Typed.lock(form), permission.caller());
    deed.changed("状态", Stage.DRAFT.label(), Stage.ISSUED.label()).noted(number);
    return Flash.seeOther(address(id), "已印发，档案编号 " + number + "；内容从此固定，以后的变化写进下一期。");
  }

  @Post("/{id}/removal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> discard(
      long id, @Body Map<String, @Nullable Object> form, Permission permission, Deed deed) {
    Bulletin bulletin = reading.own(id, permission);
    drafting.discard(bulletin, Typed.lock(form), permission.caller().username());
    deed.noted("删除草稿：" + bulletin.period().label());
    return Flash.seeOther(Address.of("/bulletins"), "草稿已删除，可以重新编制。");
  }

  /// The paper as it was archived; of a draft as it would be.
  @Get("/{id}/bulletin.docx")
  @Produces(WORD)
  HttpResponse<byte[]> document(long id, Permission permission) throws IOException {
    Bulletin bulletin = reading.bulletin(id, permission);
    Content content = reading.content(bulletin);
    Optional<Path> frozen =
        bulletin.issued() ? archiving.frozen(Series.BULLETIN, Issuing.KIND, id) : Optional.empty();
    if (frozen.isPresent()) {
      return word(Files.readAllBytes(frozen.get()), content);
    }
    var out = new ByteArrayOutputStream();
    BulletinWord.draft(content, bulletin.knownAt(), out);
    return word(out.toByteArray(), content);
  }

  private static HttpResponse<byte[]> word(byte[] bytes, Content content) {
    return HttpResponse.ok(bytes)
        .header(HttpHeaders.CONTENT_DISPOSITION, Download.named(BulletinWord.fileName(content)));
  }

  private static Address address(long id) {
    return Address.of("/bulletins/" + id);
  }
}
