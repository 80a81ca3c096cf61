package seedbed.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Pages that use every part once, to look at and to test the frame with.
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@Requires(property = "samples")
class SamplePages {

  @Introspected
  record Row(String name, String town, BigDecimal revenue, String verdict) {}

  @Introspected
  record Listing(List<Row> rows, Pager pager, Chips chips, ChosenDay chosen) {}

  @Introspected
  record Sheet(
      Meter reached,
      Meter missed,
      Meter judged,
      Bars towns,
      Bars tiers,
      SplitBar split,
      LineChart chart,
      Timeline timeline,
      Progress progress) {}

  @Introspected
  record FormPage(FormErrors errors, List<Choice> towns, @Nullable String name) {}

  @Serdeable
  record Sent(@NotBlank(message = "请填写企业名称") String name, int year, @Valid List<Value> values) {}

  @Serdeable
  record Value(@NotBlank(message = "请填写指标") String indicator, int year) {}

  @Get("/samples/companies")
  @View("samples/listing")
  Listing listing(PageRequest page, ChosenDay chosen) {
    page.sortedBy(Set.of("name", "revenue"), new PageRequest.Sort("name", false));
    var rows =
        IntStream.rangeClosed(1, Math.min(20, page.size()))
            .mapToObj(i ->
                new Row(
                    "示例精工轴承" + i + "厂",
                    "城南街道",
                    new BigDecimal("9860.5").multiply(BigDecimal.valueOf(i)),
                    i % 3 == 0 ? "met" : i % 3 == 1 ? "not-met" : "unknown"))
            .toList();
    var chips =
        new Chips(
            "结论",
            "verdict",
            List.of(
                new Chips.Chip("全部", "", 1240L, true),
                new Chips.Chip("满足", "met", 17L, false),
                new Chips.Chip("只差一项", "near", 23L, false),
                new Chips.Chip("待定", "unknown", 31L, false)));
    return new Listing(rows, Pager.of(page, 1240), chips, chosen);
  }

  @Get("/samples/companies/{id}")
  @View("samples/company")
  Sheet company(long id) {
    if (id == 404) {
      throw new Refusal.Absent("没有编号为 404 的企业，可能已经并入其他企业。");
    }
    if (id == 500) {
      throw new IllegalStateException("secret detail");
    }
    if (id == 409) {
      throw new OptimisticLockException("secret detail");
    }
    return sheet();
  }

  @Get("/samples")
  @View("samples/dashboard")
  Sheet dashboard() {
    return sheet();
  }

  @Get("/samples/editions")
  @View("samples/empty")
  Sheet empty() {
    return sheet();
  }

  @Get("/samples/imports")
  @View("samples/form")
  FormPage form() {
    return new FormPage(FormErrors.NONE, towns(), "示例“<b>精工</b>”");
  }

  @Post(value = "/samples/imports", consumes = "application/x-www-form-urlencoded")
  HttpResponse<?> send(@Body("name") @Nullable String name) {
    if (name == null) {
      var errors = FormErrors.of(new FieldError("name", "请填写企业名称"));
      return HttpResponse.unprocessableEntity()
          .body(new ModelAndView<>("samples/form", new FormPage(errors, towns(), null)));
    }
    return Flash.seeOther(Address.of("/samples/imports"), "已导入 20 家企业");
  }

  @Get("/samples/companies/{id}/titles")
  @View("samples/empty")
  HttpResponse<?> titles(long id) {
    return HttpResponse.notFound();
  }

  @Get("/samples/imports/1/progress")
  @View("parts/progress")
  Progress progress() {
    return sheet().progress();
  }

  @Get("/broken")
  @View("samples/broken")
  Sheet broken() {
    return sheet();
  }

  @Post("/api/v1/samples")
  @Produces(MediaType.APPLICATION_JSON)
  Sent api(@Valid @Body Sent sent) {
    return sent;
  }

  @Get("/api/v1/samples/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  Sent one(long id, int year) {
    return new Sent("示例" + id, year, List.of());
  }

  private static List<Choice> towns() {
    return List.of(new Choice("1", "城南街道"), new Choice("2", "长江镇"));
  }

  private static Sheet sheet() {
    return new Sheet(
        Meter.of(new BigDecimal("9860"), new BigDecimal("5000"), "met", "现状 9,860，要求 5,000"),
        Meter.of(new BigDecimal("1062"), new BigDecimal("1200"), "not-met", "现状 1,062，要求 1,200"),
        Meter.of(new BigDecimal("3"), new BigDecimal("4"), "unknown", "现状 3，要求 4"),
        Bars.of(
            List.of(
                Bars.Item.of("如城街道", 24).leadingTo(Address.of("/companies").with("town", 1)),
                Bars.Item.of("城南街道", 21),
                Bars.Item.of("长江镇", 18),
                Bars.Item.of("白蒲镇", 12),
                Bars.Item.of("搬经镇", 10),
                Bars.Item.of("其他 9 镇", 35).asRest())),
        Bars.of(
            List.of(
                Bars.Item.of("市培育库", 120).saying("120 / – / –"),
                Bars.Item.of("创新型中小企业", 85).saying("85 / 9 / 11"),
                Bars.Item.of("专精特新中小企业", 50).saying("50 / 5 / 7"),
                Bars.Item.of("国家“小巨人”", 14).saying("14 / 3 / 4"),
                Bars.Item.of("单项冠军", 3).saying("3 / 0 / 1"))),
        new SplitBar(17, 72, 31),
        LineChart.of(
            "营业收入总额（万元）",
            List.of(
                new LineChart.Point("2021", new BigDecimal("4210.00")),
                new LineChart.Point("2022", new BigDecimal("4890.50")),
                new LineChart.Point("2023", null),
                new LineChart.Point("2024", new BigDecimal("8120.00")),
                new LineChart.Point("2025", new BigDecimal("9860.00"))),
            new BigDecimal("5000"),
            "要求 ≥ 5,000"),
        Timeline.of(
            List.of(
                new Timeline.Span(
                    "小巨人 2020 版", LocalDate.of(2020, 7, 1), LocalDate.of(2021, 4, 19), null),
                new Timeline.Span(
                    "小巨人 2021 版", LocalDate.of(2021, 4, 19), LocalDate.of(2022, 6, 1), null),
                new Timeline.Span(
                    "小巨人 2022 版", LocalDate.of(2022, 6, 1), LocalDate.of(2026, 4, 1), null),
                new Timeline.Span(
                    "小巨人 2026 版", LocalDate.of(2026, 4, 1), null, Address.of("/editions/1"))),
            LocalDate.of(2026, 5, 10)),
        new Progress(
            "正在导入“2025 年度数据.xlsx”",
            6200,
            10_000,
            Progress.State.RUNNING,
            "12 行有误",
            Address.of("/samples/imports/1/progress")));
  }
}
