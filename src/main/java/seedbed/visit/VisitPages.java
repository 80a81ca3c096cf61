package seedbed.visit;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Scope;
import seedbed.audit.Deed;
import seedbed.company.CompanyNames;
import seedbed.company.Known;
import seedbed.company.VisibleCompanies;
import seedbed.evidence.ContentStore;
import seedbed.portfolio.Leaders;
import seedbed.visit.VisibleVisits.Row;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.PageRequest;
import seedbed.web.PersonNames;
import seedbed.web.Refusal;

/// Visits as lists and one by one, and the note that is written after one.
@Hidden
@Controller("/visits")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class VisitPages {

  private static final String SHOW = "visits/show";
  private static final String NEW = "visits/new";
  private static final String NOTHING_RUNS = "sandbox; default-src 'none'";

  private final VisitLists lists;
  private final VisibleVisits visible;
  private final Visits visits;
  private final Additions additions;
  private final Photos photos;
  private final Recording recording;
  private final Asking asking;
  private final Permissions permissions;
  private final VisibleCompanies companies;
  private final CompanyNames names;
  private final Leaders leaders;
  private final PersonNames people;
  private final ContentStore store;
  private final VisitSettings settings;
  private final Clock clock;

  VisitPages(
      VisitLists lists,
      VisibleVisits visible,
      Visits visits,
      Additions additions,
      Photos photos,
      Recording recording,
      Asking asking,
      Permissions permissions,
      VisibleCompanies companies,
      CompanyNames names,
      Leaders leaders,
      PersonNames people,
      ContentStore store,
      VisitSettings settings,
      Clock clock) {
    this.lists = lists;
    this.visible = visible;
    this.visits = visits;
    this.additions = additions;
    this.photos = photos;
    this.recording = recording;
    this.asking = asking;
    this.permissions = permissions;
    this.companies = companies;
    this.names = names;
    this.leaders = leaders;
    this.people = people;
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  @Get
  @View("visits/index")
  VisitList index(
      PageRequest page,
      Permission permission,
      @Nullable @QueryValue String leader,
      @Nullable @QueryValue String town,
      @Nullable @QueryValue String q,
      @Nullable @QueryValue String from,
      @Nullable @QueryValue String to) {
    return lists.list(
        new VisitList.Filter(word(leader), word(town), word(q), word(from), word(to)),
        page,
        permission);
  }

  /// @param days without a visit
  @Get("/unvisited")
  @View("visits/unvisited")
  VisitList.Unvisited unvisited(
      PageRequest page, Permission permission, @Nullable @QueryValue String days) {
    return lists.unvisited(lists.days(days), page, permission);
  }

  @Get("/summary")
  @View("visits/summary")
  VisitList.Summary summary(Scope scope, @Nullable @QueryValue String year) {
    return lists.summary(year, scope);
  }

  @Get("/new")
  @View(NEW)
  VisitPage.Blank fresh(@Nullable @QueryValue String company, Permission permission) {
    String chosen = word(company);
    if (!chosen.isEmpty()) {
      seen(chosen, permission);
    }
    return blank(
        new VisitPage.Form(chosen, "", LocalDate.now(clock).toString(), "", "", false),
        permission,
        FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> write(
      @Nullable @Part String company,
      @Nullable @Part String leader,
      @Nullable @Part String visitedOn,
      @Nullable @Part String tookPart,
      @Nullable @Part String note,
      @Nullable @Part String shared,
      @Nullable @Part CompletedFileUpload file,
      @Nullable @Part CompletedFileUpload file2,
      @Nullable @Part CompletedFileUpload file3,
      Permission permission,
      Deed deed)
      throws IOException {
    var form =
        new VisitPage.Form(
            word(company),
            word(leader),
            word(visitedOn),
            word(tookPart),
            word(note),
            shared != null);
    try {
      Recording.Draft draft = draft(form, permission);
      Visit visit =
          recording.write(draft, sent(file, file2, file3), permission.caller().username());
      deed.about("visit", visit.id()).noted("走访企业 " + draft.company());
      return Flash.seeOther(
          address(visit.id()), "走访已记录；" + settings.additionHours() + " 小时内可以补充或更正。");
    } catch (Refusal.Invalid refused) {
      return HttpResponse.unprocessableEntity()
          .body(new ModelAndView<>(NEW, blank(form, permission, FormErrors.of(refused.errors()))));
    }
  }

  private Recording.Draft draft(VisitPage.Form form, Permission permission) {
    List<FieldError> errors = new ArrayList<>();
    if (form.company().isEmpty()) {
      errors.add(new FieldError("company", "请选择走访的企业。"));
    }
    if (form.note().isEmpty()) {
      errors.add(new FieldError("note", "请写明走访情况，一两句话也可以。"));
    }
    FieldError.tooLong("note", "走访情况", form.note(), Recording.LONGEST_NOTE).ifPresent(errors::add);
    FieldError.tooLong("tookPart", "参加人员", form.tookPart(), Recording.LONGEST_NAMES)
        .ifPresent(errors::add);
    LocalDate day = day(form.visitedOn(), errors);
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid(errors.getFirst().message(), errors);
    }
    long company = seen(form.company(), permission);
    return new Recording.Draft(
        company,
        leader(company, form.leader(), permission.caller()),
        day,
        form.tookPart().isEmpty() ? null : form.tookPart(),
        form.note(),
        form.shared());
  }

  private long leader(long company, String typed, Caller caller) {
    List<Long> possible = recording.leaders(company, caller.account());
    if (possible.size() == 1) {
      return possible.getFirst();
    }
    return possible.stream()
        .filter(id -> typed.equals("" + id))
        .findFirst()
        .orElseThrow(() -> new Refusal.Invalid("leader", "请选择代哪位领导记录。"));
  }

  private LocalDate day(String typed, List<FieldError> errors) {
    if (typed.isEmpty()) {
      return LocalDate.now(clock);
    }
    if (!typed.matches("[0-9]{4}-(0[1-9]|1[0-2])-[0-9]{2}")) {
      errors.add(new FieldError("visitedOn", "“" + typed + "”不是日期，请按“年-月-日”填写。"));
      return LocalDate.now(clock);
    }
    try {
      return LocalDate.parse(typed);
    } catch (java.time.format.DateTimeParseException _) {
      errors.add(new FieldError("visitedOn", "没有 " + typed + " 这一天，请核对日期。"));
      return LocalDate.now(clock);
    }
  }

  // A browser sends an empty part for a field that nothing was chosen in.
  private static List<Photos.Sent> sent(@Nullable CompletedFileUpload... uploads)
      throws IOException {
    List<Photos.Sent> sent = new ArrayList<>();
    for (CompletedFileUpload upload : uploads) {
      if (upload != null && upload.getSize() > 0) {
        sent.add(
            new Photos.Sent(
                Objects.requireNonNullElse(upload.getFilename(), "照片.jpg"),
                upload.getInputStream()));
      }
    }
    return sent;
  }

  private long seen(String company, Permission permission) {
    if (company.matches("[0-9]{1,18}")) {
      long id = Long.parseLong(company);
      if (companies.contains(id, Known.today(permission.scope(), clock))) {
        return id;
      }
    }
    throw new Refusal.Absent("没有编号为 " + company + " 的企业。");
  }

  private VisitPage.Blank blank(VisitPage.Form form, Permission permission, FormErrors errors) {
    Known known = Known.today(permission.scope(), clock);
    Map<Long, CompanyNames.Named> all = names.of(List.copyOf(companies.ids(known)), known);
    CompanyNames.Named chosen =
        form.company().matches("[0-9]{1,18}") ? all.get(Long.valueOf(form.company())) : null;
    List<Long> possible =
        chosen == null ? List.of() : recording.leaders(chosen.id(), permission.caller().account());
    Map<Long, String> named = leaders.names(possible);
    return new VisitPage.Blank(
        chosen == null ? null : chosen.name(),
        all.values().stream()
            .sorted(Comparator.comparing(CompanyNames.Named::name))
            .map(company -> new Choice("" + company.id(), company.name()))
            .toList(),
        possible.size() < 2
            ? List.of()
            : possible.stream().map(id -> new Choice("" + id, named.getOrDefault(id, ""))).toList(),
        form,
        LocalDate.now(clock),
        errors);
  }

  @Get("/{id}")
  @View(SHOW)
  VisitPage show(long id, Permission permission) {
    return page(found(id, permission), permission, "", FormErrors.NONE);
  }

  /// Adds to a note or corrects it, adds photos, and lets the company read it or not.
  @Post("/{id}/additions")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> add(
      long id,
      @Nullable @Part String note,
      @Nullable @Part String shared,
      @Nullable @Part CompletedFileUpload file,
      @Nullable @Part CompletedFileUpload file2,
      @Nullable @Part CompletedFileUpload file3,
      Permission permission,
      Deed deed)
      throws IOException {
    Row row = found(id, permission);
    String text = word(note);
    List<Photos.Sent> sent = sent(file, file2, file3);
    try {
      if (text.isEmpty() && sent.isEmpty() && (shared != null) == row.shown()) {
        throw new Refusal.Invalid("note", "请写明补充或更正的内容，或者选择照片。");
      }
      FieldError.tooLong("note", "补充内容", text, Recording.LONGEST_NOTE)
          .ifPresent(error -> {
            throw new Refusal.Invalid(error.message(), List.of(error));
          });
      recording.add(
          visit(id),
          text.isEmpty() ? null : text,
          shared != null,
          sent,
          permission.caller().username());
      deed.changed("供企业查看", row.shown() ? "是" : "否", shared != null ? "是" : "否");
      return Flash.seeOther(address(id), "已补充；原来的记录保留。");
    } catch (Refusal.Invalid refused) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  SHOW, page(row, permission, text, FormErrors.of(refused.errors()))));
    }
  }

  @Get("/{id}/photos/{number}")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> photo(long id, int number, Permission permission) throws IOException {
    Row row = found(id, permission);
    Photos.Photo photo =
        Stream.of(row)
            .filter(each -> VisitLists.reads(each, permission))
            .flatMap(each -> photos.find(id, number).stream())
            .findFirst()
            .orElseThrow(() -> new Refusal.Absent("这次走访没有第 " + number + " 张照片。"));
    return HttpResponse.ok(Files.readAllBytes(store.verified(photo.hash())))
        .contentType(photo.format().mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
        .header("Content-Security-Policy", NOTHING_RUNS);
  }

  private VisitPage page(Row row, Permission permission, String typed, FormErrors errors) {
    Visit visit = visit(row.id());
    boolean reads = VisitLists.reads(row, permission);
    String leader = people.of(row.leader());
    return new VisitPage(
        row.id(),
        row.companyId(),
        row.company(),
        row.demo(),
        row.visitedOn(),
        leader,
        byline(row, leader),
        visit.writtenAt(),
        reads ? row.tookPart() : null,
        reads ? row.note() : "",
        row.shown(),
        reads,
        reads
            ? additions.findByVisitIdOrderById(row.id()).stream()
                .map(each -> new VisitPage.Added(each.note(), each.shared(), each.writtenAt()))
                .toList()
            : List.of(),
        reads ? photos.of(row.id()) : List.of(),
        asking.of(row.id(), permission.caller()),
        reads && permissions.allow(permission.caller(), Act.RAISE_REQUEST),
        recording.open(visit, permission.caller().username()),
        settings.additionHours(),
        typed,
        errors);
  }

  private String byline(Row row, String leader) {
    return row.leader().equals(row.writtenBy())
        ? leader + "记录"
        : "代 " + leader + " 记录：" + people.of(row.writtenBy());
  }

  private Visit visit(long id) {
    return visits.findById(id).orElseThrow();
  }

  private Row found(long id, Permission permission) {
    return visible.find(id, permission.scope()).stream()
        .findFirst()
        .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的走访记录。"));
  }

  private static String word(@Nullable String typed) {
    return typed == null ? "" : typed.strip().replace("\r\n", "\n");
  }

  static Address address(long id) {
    return Address.of("/visits/" + id);
  }
}
