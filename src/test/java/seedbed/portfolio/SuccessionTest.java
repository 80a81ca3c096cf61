package seedbed.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("移交和重叠")
final class SuccessionTest {

  private static final long FORMER = 1;
  private static final long SUCCESSOR = 2;
  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

  private static Assignment link(
      long company, long account, AssignmentKind kind, LocalDate from, @Nullable LocalDate to) {
    return new Assignment(0, company, account, kind, from, to, "分工", null, 0);
  }

  private static Assignment held(long company, LocalDate from, @Nullable LocalDate to) {
    return link(company, FORMER, AssignmentKind.LEADER, from, to);
  }

  private static Succession pass(List<Assignment> held, List<Assignment> own) {
    return Succession.of(held, own, SUCCESSOR, DAY, null);
  }

  @Test
  @DisplayName("已开始的到那天为止，由接手人接着；还没开始的从原定那天起归接手人")
  void whatBeganEndsAndWhatIsToComeBeginsWithTheSuccessor() {
    Assignment old = held(10, DAY.minusDays(1), null);
    Assignment sameDay = held(11, DAY, null);
    Assignment coming = held(12, DAY.plusDays(5), DAY.plusDays(9));
    Assignment over = held(13, DAY.minusDays(9), DAY);

    Succession passed = pass(List.of(old, sameDay, coming, over), List.of());

    assertThat(passed.ended()).containsExactly(old);
    assertThat(passed.forgotten()).containsExactly(sameDay, coming);
    assertThat(passed.begun())
        .extracting(
            Assignment::companyId, Assignment::accountId, Assignment::heldFrom, Assignment::heldTo)
        .containsExactly(
            Tuple.tuple(10L, SUCCESSOR, DAY, null),
            Tuple.tuple(11L, SUCCESSOR, DAY, null),
            Tuple.tuple(12L, SUCCESSOR, DAY.plusDays(5), DAY.plusDays(9)));
    assertThat(passed.size()).isEqualTo(3);
  }

  @Test
  @DisplayName("接手人本来就有的不重复；只有一段的，从那段之后接")
  void whatTheSuccessorHasAnywayIsNotTakenTwice() {
    Assignment whole = held(10, DAY.minusDays(9), null);
    Assignment part = held(11, DAY.minusDays(9), null);

    Succession passed =
        pass(
            List.of(whole, part),
            List.of(
                link(10, SUCCESSOR, AssignmentKind.LEADER, DAY.minusDays(3), null),
                link(11, SUCCESSOR, AssignmentKind.LEADER, DAY.minusDays(3), DAY.plusDays(4))));

    assertThat(passed.begun())
        .extracting(Assignment::companyId, Assignment::heldFrom)
        .containsExactly(Tuple.tuple(11L, DAY.plusDays(4)));
  }

  @Test
  @DisplayName("另一类别的挂钩不算本来就有")
  void aLinkOfAnotherKindIsAnotherLink() {
    Succession passed =
        pass(
            List.of(held(10, DAY.minusDays(9), null)),
            List.of(link(10, SUCCESSOR, AssignmentKind.TOWN, DAY.minusDays(3), null)));

    assertThat(passed.begun()).extracting(Assignment::kind).containsExactly(AssignmentKind.LEADER);
  }

  @Test
  @DisplayName("新依据写在接手的挂钩上，不写的沿用原依据")
  void theDocumentOfTheHandOverStandsOnTheNewLink() {
    List<Assignment> held = List.of(held(10, DAY.minusDays(9), null));

    assertThat(Succession.of(held, List.of(), SUCCESSOR, DAY, "新分工").begun())
        .extracting(Assignment::document)
        .containsExactly("新分工");
    assertThat(pass(held, List.of()).begun())
        .extracting(Assignment::document)
        .containsExactly("分工");
  }

  @Test
  @DisplayName("同一类别到起始日还没结束的算重叠：前一天结束不算，当天结束不算，后一天结束算")
  void aLinkThatReachesBeyondTheFirstDayIsInTheWay() {
    assertThat(clash(held(10, DAY.minusDays(9), DAY.minusDays(1)))).isFalse();
    assertThat(clash(held(10, DAY.minusDays(9), DAY))).isFalse();
    assertThat(clash(held(10, DAY.minusDays(9), DAY.plusDays(1)))).isTrue();
    assertThat(clash(held(10, DAY.plusDays(30), null))).isTrue();
    assertThat(clash(link(10, FORMER, AssignmentKind.TOWN, DAY.minusDays(9), null))).isFalse();
  }

  private static boolean clash(Assignment existing) {
    return Clashes.of(List.of(existing), AssignmentKind.LEADER, DAY).containsKey(10L);
  }

  @Test
  @DisplayName("重叠说明写出类别、领导、日期和办法")
  void aClashNamesWhoAndSinceWhen() {
    assertThat(Clashes.sentence(held(10, DAY, DAY.plusDays(5)), "王某"))
        .contains("四套班子领导", "王某", "2026-07-01 起，至 2026-07-05", "结束或移交");
  }

  @Test
  @DisplayName("粘贴的名单按行、分号、逗号、顿号拆开，去掉重复和空行")
  void aPastedListIsTakenApart() {
    assertThat(NamedCompanies.lines("甲公司\r\n\n 乙公司；丙公司、甲公司\t91320682MA000001XX"))
        .containsExactly("甲公司", "乙公司", "丙公司", "91320682MA000001XX");
    assertThat(NamedCompanies.lines(null)).isEmpty();
  }
}
