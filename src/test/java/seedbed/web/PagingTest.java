package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.HttpRequest;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PagingTest {

  @Test
  void withoutAQueryItIsTheFirstPage() {
    assertThat(asked("/companies")).isEqualTo(new PageRequest(1, 50, null));
  }

  @Test
  void offsetFollowsPageAndSize() {
    assertThat(asked("/companies?page=3&size=20").offset()).isEqualTo(40);
  }

  @Test
  void numbersOutOfTheirLimitsAreRefused() {
    for (var query : new String[] {"page=0", "page=-1", "page=x", "size=201", "page=100001"}) {
      assertThatThrownBy(() -> asked("/companies?" + query))
          .as(query)
          .isInstanceOf(Refusal.Invalid.class);
    }
  }

  @Test
  void onlyColumnsOfTheListCanBeSortedBy() {
    var byName = new PageRequest.Sort("name", false);
    var columns = Set.of("name", "revenue");

    assertThat(asked("/companies").sortedBy(columns, byName)).isEqualTo(byName);
    assertThat(asked("/companies?sort=-revenue").sortedBy(columns, byName))
        .isEqualTo(new PageRequest.Sort("revenue", true));
    assertThatThrownBy(() -> asked("/companies?sort=id%3B").sortedBy(columns, byName))
        .isInstanceOf(Refusal.Invalid.class)
        .hasMessageContaining("id;");
  }

  @Test
  void pagerSaysWhichRowsAreShown() {
    var pager = new Pager(3, 50, 123);

    assertThat(pager.pages()).isEqualTo(3);
    assertThat(pager.from()).isEqualTo(101);
    assertThat(pager.to()).isEqualTo(123);
    assertThat(pager.next()).isNull();
    assertThat(pager.previous()).isEqualTo(2);
  }

  @Test
  void pagerNamesEndsAndNeighboursOnly() {
    assertThat(new Pager(10, 50, 1000).steps())
        .extracting(PagingTest::name)
        .containsExactly("1", "…", "8", "9", "[10]", "11", "12", "…", "20");
  }

  @Test
  void emptyListHasOnePage() {
    var pager = new Pager(1, 50, 0);

    assertThat(pager.pages()).isEqualTo(1);
    assertThat(pager.from()).isZero();
    assertThat(pager.many()).isFalse();
  }

  private static String name(Pager.Step step) {
    return step.page() == null ? "…" : step.current() ? "[" + step.page() + "]" : "" + step.page();
  }

  private static PageRequest asked(String uri) {
    return PageRequest.of(HttpRequest.GET(uri));
  }
}
