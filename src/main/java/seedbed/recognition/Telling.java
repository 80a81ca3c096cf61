package seedbed.recognition;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import seedbed.access.Role;
import seedbed.criteria.Titles;
import seedbed.inbox.Inbox;
import seedbed.inbox.Notice;
import seedbed.inbox.Recipients;

/// Tells those who may have acted on a revocation or surrender that it was recorded wrongly, within
/// the transaction of its correction.
@Singleton
class Telling {

  private static final String KIND = "称号";

  private final Inbox inbox;
  private final Recipients recipients;
  private final Titles titles;

  Telling(Inbox inbox, Recipients recipients, Titles titles) {
    this.inbox = inbox;
    this.recipients = recipients;
    this.titles = titles;
  }

  void corrected(VisibleTitles.Found found, Keeping.Kept kept) {
    TitleEvent correction = kept.event();
    TitleEvent wrong =
        found.events().stream()
            .filter(event -> Long.valueOf(event.id()).equals(correction.corrects()))
            .findFirst()
            .orElseThrow();
    long company = found.company().id();
    String subject =
        "%s：%s的%s登记有误，已更正"
            .formatted(
                found.company().name(),
                titles.get(found.holding().title()).label(),
                wrong.kind().label());
    String body =
        "%s 登记的%s已更正（%s），现在的状态是“%s”。%s理由：%s"
            .formatted(
                wrong.recordedOn(),
                wrong.kind().label(),
                correction.document(),
                kept.after().label(),
                ban(wrong, correction),
                correction.note());
    tell(recipients.ofCompany(company), "称号是贵企业的", subject, body, found, correction);
    TreeSet<Long> others =
        new TreeSet<>(recipients.nearest(Role.TOWNSHIP, found.company().regionCode()));
    others.addAll(recipients.leadersOf(company, correction.recordedOn()));
    tell(others, "企业在您的辖区内或由您挂钩", subject, body, found, correction);
  }

  private void tell(
      Collection<Long> accounts,
      String reason,
      String subject,
      String body,
      VisibleTitles.Found found,
      TitleEvent correction) {
    inbox.tell(
        accounts,
        new Notice(
            KIND,
            subject,
            body,
            reason,
            "/titles/" + found.holding().id(),
            found.company().id(),
            "title-correction-" + correction.id()));
  }

  private static String ban(TitleEvent wrong, TitleEvent correction) {
    @Nullable LocalDate until = wrong.banUntil();
    return until != null && until.isAfter(correction.recordedOn())
        ? "禁报至 " + until + " 自 " + correction.recordedOn() + " 起不再计。"
        : "";
  }
}
