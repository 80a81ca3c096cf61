package seedbed.report.dossier;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.audit.LastingAct;
import seedbed.evidence.ContentStore;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.ChosenDay;
import seedbed.web.Download;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Progress;
import seedbed.web.Refusal;

/// The dossiers of a town or portfolio in one file: asked for, watched while it is made, fetched.
@Hidden
@Controller("/dossiers")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class BundlePages {

  private static final String INDEX = "dossiers/index";

  private final Binding binding;
  private final BundleReading reading;
  private final BundleRunner runner;
  private final ContentStore store;
  private final DossierSettings settings;

  BundlePages(
      Binding binding,
      BundleReading reading,
      BundleRunner runner,
      ContentStore store,
      DossierSettings settings) {
    this.binding = binding;
    this.reading = reading;
    this.runner = runner;
    this.store = store;
    this.settings = settings;
  }

  @Introspected
  record Index(
      LocalDate day,
      List<Choice> towns,
      List<Choice> formats,
      NewForm typed,
      List<Bundle> bundles,
      int most,
      int keptHours,
      FormErrors errors) {}

  @Serdeable
  record NewForm(@Nullable String town, @Nullable String format) {

    @Nullable String chosenTown() {
      return town == null || town.isBlank() ? null : town.strip();
    }
  }

  @Get
  @View(INDEX)
  Index index(@Nullable @QueryValue String town, ChosenDay chosen, Permission permission) {
    return index(new NewForm(town, code(Bundle.Format.PDF)), chosen, permission, FormErrors.NONE);
  }

  private Index index(NewForm typed, ChosenDay chosen, Permission permission, FormErrors errors) {
    return new Index(
        chosen.day(),
        reading.towns(permission),
        Arrays.stream(Bundle.Format.values())
            .map(format -> new Choice(code(format), format.label()))
            .toList(),
        typed,
        binding.own(permission),
        Shelf.MOST,
        settings.keptHours(),
        errors);
  }

  private static String code(Bundle.Format format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> ask(
      @Body NewForm form, ChosenDay chosen, Permission permission, Deed deed, LastingAct act) {
    try {
      Bundle bundle = binding.ask(form.chosenTown(), format(form), chosen, permission);
      deed.about("bundle", bundle.id())
          .noted("%s，%d 家，数据截至 %s".formatted(bundle.title(), bundle.total(), bundle.asOf()));
      runner.start(bundle, permission, act);
      return Flash.seeOther(address(bundle.id()), "已开始制作，可以离开本页，完成后在这里下载。");
    } catch (Refusal.Invalid wrong) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  INDEX, index(form, chosen, permission, FormErrors.of(wrong.errors()))));
    }
  }

  private static Bundle.Format format(NewForm form) {
    return Arrays.stream(Bundle.Format.values())
        .filter(each -> code(each).equals(form.format()))
        .findFirst()
        .orElseThrow(() -> new Refusal.Invalid("format", "请选择文件格式。"));
  }

  /// What a process left that is gone is taken up.
  @Get("/{id}")
  @View("dossiers/bundle")
  BundlePage show(long id, Permission permission, LastingAct act) {
    return reading.page(goingOn(id, permission, act), permission);
  }

  /// The same part until the work has ended; then the browser is sent to the whole page.
  @Get("/{id}/progress")
  HttpResponse<?> progress(long id, Permission permission, LastingAct act) {
    Progress progress = reading.progress(goingOn(id, permission, act));
    return progress == null
        ? HttpResponse.ok().header("HX-Redirect", address(id).toString())
        : HttpResponse.ok(new ModelAndView<>("parts/progress", progress));
  }

  private Bundle goingOn(long id, Permission permission, LastingAct act) {
    Bundle bundle = binding.find(id, permission);
    if (bundle.state() != Bundle.State.WAITING) {
      return bundle;
    }
    runner.start(bundle, permission, act);
    return binding.find(id, permission);
  }

  @Post("/{id}/cancellation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> cancel(long id, Permission permission, Deed deed) {
    Bundle bundle = binding.find(id, permission);
    binding.cancel(bundle);
    deed.changed("状态", bundle.shown().label(), Bundle.State.CANCELLED.label());
    return Flash.seeOther(address(id), "已取消制作，没有保留文件。");
  }

  @Get("/{id}/file")
  @Produces(MediaType.ALL)
  HttpResponse<StreamedFile> file(long id, Permission permission) throws IOException {
    Bundle bundle = binding.find(id, permission);
    String hash = binding.file(bundle, permission);
    return HttpResponse.ok(
            new StreamedFile(
                Files.newInputStream(store.verified(hash)),
                MediaType.of(bundle.format().mediaType())))
        .header(HttpHeaders.CONTENT_DISPOSITION, Download.named(bundle.fileName()));
  }

  static Address address(long id) {
    return Address.of("/dossiers/" + id);
  }
}
