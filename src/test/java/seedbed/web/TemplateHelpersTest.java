package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.context.MethodValueResolver;
import io.micronaut.core.io.ResourceLoader;
import io.micronaut.core.io.scan.ClassPathResourceLoader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TemplateHelpersTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 5, 10);
  private static final ResourceLoader RESOURCES =
      ClassPathResourceLoader.defaultLoader(TemplateHelpersTest.class.getClassLoader());
  private static final Handlebars ENGINE =
      new TemplateEngine()
          .handlebars(
              new TemplateHelpers(
                  new Assets(RESOURCES),
                  username -> username == null ? "" : username.replace("zhang", "张三")));

  enum Verdict {
    MET,
    NOT_MET,
    UNKNOWN
  }

  @Test
  void everyHelperOfOursHasAHyphenSoThatNoneHidesAComponent() {
    var builtIn = new Handlebars().helpers().stream().map(Map.Entry::getKey).toList();

    assertThat(ENGINE.helpers().stream().map(Map.Entry::getKey))
        .filteredOn(name -> !builtIn.contains(name))
        .isNotEmpty()
        .allMatch(name -> name.contains("-"));
  }

  @Test
  void linkCarriesThePastDayAndEncodesWhatItHolds() {
    var page = "{{link-to \"/companies\" q=\"轴承 & 电器\" town=\"\"}}";

    assertThat(rendered(page, Map.of(), TODAY))
        .isEqualTo("/companies?q&#x3D;%E8%BD%B4%E6%89%BF+%26+%E7%94%B5%E5%99%A8");
    assertThat(rendered("{{link-to \"/editions\"}}", Map.of(), LocalDate.of(2025, 5, 1)))
        .isEqualTo("/editions?on&#x3D;2025-05-01");
  }

  @Test
  void linkHereChangesOneParameterAndKeepsTheOthers() {
    assertThat(rendered("{{link-here page=3}}", Map.of(), TODAY))
        .isEqualTo("/companies?town&#x3D;7&amp;sort&#x3D;-name&amp;page&#x3D;3");
    assertThat(rendered("{{link-here sort=\"\"}}", Map.of(), TODAY))
        .isEqualTo("/companies?town&#x3D;7&amp;page&#x3D;2");
  }

  @Test
  void anotherFilterBeginsAtTheFirstPageAgain() {
    assertThat(rendered("{{link-with \"town\" 8}}", Map.of(), TODAY))
        .isEqualTo("/companies?sort&#x3D;-name&amp;town&#x3D;8");
  }

  @Test
  void whatAMapHasNotIsNotLookedForInThePageAround() {
    Map<String, Object> page = Map.of("tasks", "八项", "typed", Map.of("goals", "再议"));

    assertThat(rendered("{{lookup typed \"goals\"}}", page, TODAY)).isEqualTo("再议");
    assertThat(rendered("{{lookup typed \"tasks\"}}", page, TODAY)).isEmpty();
    assertThat(rendered("{{lookup typed nothing}}", page, TODAY)).isEmpty();
    assertThat(rendered("{{lookup nothing \"tasks\"}}", page, TODAY)).isEmpty();
  }

  @Test
  void whatAUserTypedIsEscaped() {
    assertThat(rendered("{{name}}", Map.of("name", "<b>\"'&"), TODAY))
        .isEqualTo("&lt;b&gt;&quot;&#x27;&amp;");
    assertThat(rendered("{{join-text name \"厂\"}}", Map.of("name", "<i>"), TODAY))
        .isEqualTo("&lt;i&gt;厂");
  }

  @Test
  void verdictIsSymbolAndWord() {
    var mark = "{{verdict-symbol v}} {{verdict-word v}}";

    assertThat(rendered(mark, Map.of("v", Verdict.MET), TODAY)).isEqualTo("✓ 满足");
    assertThat(rendered(mark, Map.of("v", Verdict.NOT_MET), TODAY)).isEqualTo("✕ 不满足");
    assertThat(rendered(mark, Map.of("v", "not-met"), TODAY)).isEqualTo("✕ 不满足");
    assertThat(rendered(mark, Map.of("v", Verdict.UNKNOWN), TODAY)).isEqualTo("? 待定");
  }

  @Test
  void comparisonsReadEnumsNumbersAndAbsentValues() {
    assertThat(rendered("{{#if (is-equal v \"MET\")}}y{{/if}}", Map.of("v", Verdict.MET), TODAY))
        .isEqualTo("y");
    assertThat(rendered("{{#if (is-equal v 3)}}y{{/if}}", Map.of("v", 3L), TODAY)).isEqualTo("y");
    assertThat(rendered("{{#if (is-equal v 3)}}y{{else}}n{{/if}}", Map.of(), TODAY)).isEqualTo("n");
    assertThat(rendered("{{#if (is-given v)}}y{{/if}}", Map.of("v", 0), TODAY)).isEqualTo("y");
    assertThat(rendered("{{#if (any-of a b)}}y{{/if}}", Map.of("b", true), TODAY)).isEqualTo("y");
    assertThat(rendered("{{#if (all-of a b)}}y{{else}}n{{/if}}", Map.of("b", true), TODAY))
        .isEqualTo("n");
  }

  @Test
  void absentFigureIsADash() {
    assertThat(rendered("{{as-amount revenue}}", Map.of("other", 1), TODAY)).isEqualTo("—");
    assertThat(rendered("{{or-dash note}}", Map.of("note", ""), TODAY)).isEqualTo("—");
  }

  @Test
  void sortedColumnTurnsRoundWhenPressedAgain() {
    var column = "{{#with (sort-column \"name\")}}{{sorted}} {{address}}{{/with}}";

    assertThat(rendered(column, Map.of(), TODAY))
        .isEqualTo("descending /companies?town&#x3D;7&amp;sort&#x3D;name");
  }

  private static String rendered(String template, Map<String, ?> model, LocalDate day) {
    var here = Address.of("/companies").with("town", 7).with("sort", "-name").with("page", 2);
    var context =
        Context.newBuilder(model)
            .resolver(MapValueResolver.INSTANCE, MethodValueResolver.INSTANCE)
            .build();
    context.data(
        TemplateHelpers.FRAME,
        new Frame(
            "如皋市",
            List.of(),
            null,
            here,
            new ChosenDay(day, TODAY),
            null,
            true,
            Visitor.NOBODY,
            0,
            "",
            20));
    try {
      return ENGINE.compileInline(template).apply(context);
    } catch (IOException fault) {
      throw new java.io.UncheckedIOException(fault);
    }
  }
}
