package seedbed.report.dossier;

import io.micronaut.core.order.OrderUtil;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import seedbed.access.Permission;
import seedbed.assessment.Assessing;
import seedbed.assessment.Assessment;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.web.ChosenDay;

/// Puts the chapters of dossiers together.
@Singleton
class Bookbinding {

  private static final List<String> NUMERALS =
      List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二");

  private final Assessing assessing;
  private final Regions regions;
  private final List<Section> sections;

  Bookbinding(Assessing assessing, Regions regions, List<Section> sections) {
    this.assessing = assessing;
    this.regions = regions;
    this.sections = new ArrayList<>(sections);
    OrderUtil.sort(this.sections);
  }

  /// Empty when no such company in reach was known on the day.
  Optional<Dossier> of(long company, ChosenDay chosen, Permission permission) {
    return assessing
        .assess(company, permission.scope(), chosen.day())
        .map(assessment -> bound(assessment, chosen, permission));
  }

  private Dossier bound(Assessment assessment, ChosenDay chosen, Permission permission) {
    var company = assessment.company();
    var subject = new Section.Subject(assessment, chosen, permission);
    String unit = permission.caller().unit();
    return new Dossier(
        company.id(),
        company.name(),
        company.demo(),
        regions.findByCode(company.regionCode()).map(Region::name).orElse(""),
        chosen.day(),
        unit == null ? permission.caller().role().label() : unit,
        numbered(sections.stream().flatMap(section -> section.chapter(subject).stream()).toList()));
  }

  // Counted here, so that no number is missing for whoever may not see a chapter.
  private static List<Dossier.Chapter> numbered(List<Dossier.Chapter> chapters) {
    return IntStream.range(0, chapters.size())
        .mapToObj(place -> chapters.get(place).numbered(NUMERALS.get(place)))
        .toList();
  }
}
