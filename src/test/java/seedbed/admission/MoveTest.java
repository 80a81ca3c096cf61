package seedbed.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("申请的环节和办理动作")
final class MoveTest {

  /// Every stage with all that can be done in it, and no more.
  @ParameterizedTest
  @CsvSource({
    "DRAFT, SUBMIT ENROL",
    "RETURNED, SUBMIT ENROL",
    "WITHDRAWN, SUBMIT ENROL",
    "TOWNSHIP, WITHDRAW ASK PASS RETURN ENROL",
    "DEPARTMENTS, WITHDRAW COLLECT PROCEED RETURN ENROL",
    "OFFICE, WITHDRAW ANNOUNCE RETURN ENROL",
    "NOTICE, WITHDRAW ADMIT RETURN ENROL",
    "ADMITTED, ''"
  })
  void isMadeWhereItBelongsAndNowhereElse(Stage stage, String moves) {
    assertThat(Stream.of(Move.values()).filter(move -> move.from(stage)).map(Move::name))
        .containsExactlyInAnyOrder(moves.isEmpty() ? new String[0] : moves.split(" "));
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void everyStageCanBeReachedAndAllButTheLastLeft(Stage stage) {
    assertThat(stage == Stage.DRAFT || Stream.of(Move.values()).anyMatch(m -> m.to() == stage))
        .isTrue();
    assertThat(Stream.of(Move.values()).anyMatch(move -> move.from(stage)))
        .isEqualTo(!stage.over());
  }

  /// From wherever an application is, there is a way to admission.
  @Test
  void noStageIsADeadEnd() {
    var reaching = EnumSet.of(Stage.ADMITTED);
    for (int round = 0; round < Stage.values().length; round++) {
      for (Stage stage : Stage.values()) {
        if (Stream.of(Move.values()).anyMatch(m -> m.from(stage) && reaching.contains(m.to()))) {
          reaching.add(stage);
        }
      }
    }
    assertThat(reaching).containsExactlyInAnyOrder(Stage.values());
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void somebodyOwnsEveryOpenStage(Stage stage) {
    assertThat(stage.owner().isEmpty()).isEqualTo(stage.over());
  }
}
