package seedbed.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RouteTableTest {

  private final RouteTable table =
      new RouteTable(
          List.of(
              List.of("GET", "/companies/{id}", "see-companies", "company", "recorded"),
              List.of("GET", "/trail", "read-trail", "-", "recorded"),
              List.of("POST", "/sign-in", "public"),
              List.of("POST", "/imports/{id}/check", "import", "upload"),
              List.of("GET", "/openapi/**", "keep-own-account")));

  @Test
  void aLineIsFoundByMethodAndTemplate() {
    assertThat(table.ofRoute("GET", "/companies/{id}"))
        .contains(
            new RouteTable.Line(
                "GET", "/companies/{id}", Act.SEE_COMPANIES, "company", RouteTable.Mark.RECORDED));
    assertThat(table.ofRoute("POST", "/companies/{id}")).isEmpty();
    assertThat(table.ofRoute("GET", "/companies/7")).isEmpty();
    assertThat(table.lines())
        .extracting(RouteTable.Line::mark)
        .containsExactly(
            RouteTable.Mark.RECORDED,
            RouteTable.Mark.RECORDED,
            RouteTable.Mark.PLAIN,
            RouteTable.Mark.PLAIN,
            RouteTable.Mark.PLAIN);
    assertThat(table.ofRoute("POST", "/imports/{id}/check"))
        .hasValueSatisfying(line -> assertThat(line.about()).isEqualTo("upload"));
  }

  @Test
  void headIsReadAsGet() {
    assertThat(table.ofRoute("HEAD", "/companies/{id}")).isPresent();
    assertThat(table.ofFile("HEAD", "/openapi/index.html")).isPresent();
    assertThat(table.ofRoute("HEAD", "/sign-in")).isEmpty();
  }

  @Test
  void aTreeHoldsWhatLiesBelowItAndNothingBeside() {
    assertThat(table.ofFile("GET", "/openapi/a/b.yml")).isPresent();
    assertThat(table.ofFile("GET", "/openapi")).isEmpty();
    assertThat(table.ofFile("GET", "/openapi-of-others/a")).isEmpty();
    assertThat(table.ofFile("POST", "/openapi/a")).isEmpty();
    assertThat(table.ofFile("GET", "/trail")).isEmpty();
  }

  @Test
  void onlyAPublicLineIsOpen() {
    assertThat(table.ofRoute("POST", "/sign-in"))
        .hasValueSatisfying(line -> assertThat(line.open()).isTrue());
    assertThat(table.ofRoute("GET", "/trail"))
        .hasValueSatisfying(line -> {
          assertThat(line.open()).isFalse();
          assertThat(line.about()).isNull();
          assertThat(line.mark()).isEqualTo(RouteTable.Mark.RECORDED);
        });
  }

  @Test
  void aTableThatContradictsItselfIsRefused() {
    List<String> trail = List.of("GET", "/trail", "read-trail");

    assertThatIllegalStateException()
        .isThrownBy(() -> new RouteTable(List.of(trail, trail)))
        .withMessageContaining("Two lines for GET /trail");
    assertThatIllegalStateException()
        .isThrownBy(() ->
            new RouteTable(
                List.of(List.of("GET", "/trail", "read-trail", "-", "recorded", "twice"))))
        .withMessageContaining("a method, a route and an act");
    assertThatIllegalStateException()
        .isThrownBy(() -> new RouteTable(List.of(List.of("GET", "/trail"))))
        .withMessageContaining("a method, a route and an act");
    assertThatIllegalStateException()
        .isThrownBy(() -> new RouteTable(List.of(List.of("GET", "/trail", "see-all"))))
        .withMessageContaining("no act see-all");
    assertThatIllegalStateException()
        .isThrownBy(
            () -> new RouteTable(List.of(List.of("GET", "/trail", "read-trail", "-", "noted"))))
        .withMessageContaining("There is no mark noted");
  }
}
