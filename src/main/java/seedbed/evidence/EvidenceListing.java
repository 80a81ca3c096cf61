package seedbed.evidence;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.company.Company;
import seedbed.criteria.EvidenceKind;
import seedbed.criteria.Indicators;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Indicator;
import seedbed.evidence.Evidence.Standing;
import seedbed.evidence.content.FileFormat;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// A company's evidence as its page shows it, and what a form asks for.
@Singleton
class EvidenceListing {

  private static final String CLAUSES = "按条款";

  private final VisibleEvidence visible;
  private final EvidenceRows rows;
  private final Indicators indicators;
  private final Titles titles;
  private final Permissions permissions;
  private final EvidenceSettings settings;
  private final Clock clock;

  EvidenceListing(
      VisibleEvidence visible,
      EvidenceRows rows,
      Indicators indicators,
      Titles titles,
      Permissions permissions,
      EvidenceSettings settings,
      Clock clock) {
    this.visible = visible;
    this.rows = rows;
    this.indicators = indicators;
    this.titles = titles;
    this.permissions = permissions;
    this.settings = settings;
    this.clock = clock;
  }

  EvidencePage page(
      Company company, Permission permission, EvidencePage.Form form, FormErrors errors) {
    return page(company, permission, form, EvidencePage.Following.NONE, errors);
  }

  /// @param following what was typed beside a newer version that was refused
  EvidencePage page(
      Company company,
      Permission permission,
      EvidencePage.Form form,
      EvidencePage.Following following,
      FormErrors errors) {
    List<Evidence> all = visible.ofCompany(company.id(), permission);
    boolean keep = permissions.allow(permission.caller(), Act.KEEP_EVIDENCE);
    return new EvidencePage(
        company.id(),
        company.name(),
        company.demo(),
        (int) all.stream().filter(each -> each.withdrawnAt() == null).count(),
        count(all, Standing.ENDING),
        settings.warningDays(),
        count(all, Standing.EXPIRED),
        groups(all, keep, following),
        keep,
        form,
        indicators.entries().stream()
            .map(entry -> new Choice(entry.code(), entry.group().label() + " · " + entry.label()))
            .toList(),
        Arrays.stream(EvidenceKind.values())
            .map(kind -> new Choice(kind.name(), kind.label()))
            .toList(),
        settings.fileMegabytes(),
        FileFormat.ALLOWED,
        errors);
  }

  private int count(List<Evidence> all, Standing standing) {
    return (int) all.stream().filter(each -> standing(each) == standing).count();
  }

  private Standing standing(Evidence evidence) {
    return evidence.standing(LocalDate.now(clock), settings.warningDays());
  }

  private List<EvidencePage.Group> groups(
      List<Evidence> all, boolean keep, EvidencePage.Following following) {
    Map<String, List<EvidencePage.Line>> groups = new LinkedHashMap<>();
    Stream.of(Indicators.Group.values())
        .forEach(group -> groups.put(group.label(), new ArrayList<>()));
    groups.put(CLAUSES, new ArrayList<>());
    for (Evidence evidence : all) {
      Standing standing = standing(evidence);
      String group =
          indicators.entry(text(evidence.indicator())).map(e -> e.group().label()).orElse(CLAUSES);
      groups
          .getOrDefault(group, new ArrayList<>())
          .add(
              new EvidencePage.Line(
                  evidence,
                  proves(evidence),
                  standing.label(),
                  standing.styleClass(),
                  keep && evidence.withdrawnAt() == null,
                  following.evidence() == evidence.id() ? following : EvidencePage.Following.NONE));
    }
    return groups.entrySet().stream()
        .filter(group -> !group.getValue().isEmpty())
        .map(group -> new EvidencePage.Group(group.getKey(), group.getValue()))
        .toList();
  }

  String proves(Evidence evidence) {
    String indicator = indicators.find(text(evidence.indicator())).map(Indicator::label).orElse("");
    String title = titles.find(text(evidence.title())).map(Titles.Rung::label).orElse("");
    String what = indicator.isEmpty() ? title : indicator;
    return ((what.isEmpty() ? "企业整体情况" : what) + " " + evidence.about()).strip();
  }

  void withdraw(Evidence evidence, Caller by, String why) {
    if (!rows.withdraw(evidence.id(), by.username(), clock.instant(), why)) {
      throw new Refusal.Stale(
          "“" + evidence.name() + "”已经撤下，没有重复登记。",
          Address.of("/companies/" + evidence.companyId() + "/evidence"));
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
