package seedbed.review;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import seedbed.web.Address;
import seedbed.web.Progress;

/// Shows how far long work on rounds is.
@Singleton
class RoundProgress {

  private final Works works;
  private final Filling filling;

  RoundProgress(Works works, Filling filling) {
    this.works = works;
    this.filling = filling;
  }

  /// How far work on a round is. Work that a killed process left is taken up by whoever looks.
  @Nullable Progress of(Round round) {
    if (round.stage() == Stage.OPENING) {
      Work work = works.find(round.id(), Work.Kind.OPENING).orElse(null);
      if (work != null && work.state() == Work.State.WAITING) {
        filling.start(round);
      }
      return work == null ? null : shown(round, work);
    }
    return round.stage() == Stage.OPEN
        ? works
            .find(round.id(), Work.Kind.CLOSING)
            .filter(work -> work.state() != Work.State.DONE)
            .map(work -> shown(round, work))
            .orElse(null)
        : null;
  }

  private static Progress shown(Round round, Work work) {
    Progress.State state =
        switch (work.state()) {
          case RUNNING -> Progress.State.RUNNING;
          case WAITING ->
              work.kind() == Work.Kind.OPENING ? Progress.State.RUNNING : Progress.State.FAILED;
          case DONE -> Progress.State.DONE;
          case FAILED -> Progress.State.FAILED;
        };
    String sentence =
        work.kind() == Work.Kind.CLOSING && work.state() == Work.State.WAITING
            ? "上次办理中断，没有改动任何数据；请重新办理结束。"
            : work.sentence().isEmpty() ? null : work.sentence();
    return new Progress(
        work.kind().label(),
        work.done(),
        Math.max(1, work.total()),
        state,
        sentence,
        Address.of("/reviews/" + round.id() + "/progress"));
  }
}
