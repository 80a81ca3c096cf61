package seedbed.imports;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.criteria.Indicators;
import seedbed.criteria.Titles;
import seedbed.spreadsheet.CellReading;

/// The forms as they are today: regions may have been added since the start.
@Singleton
class Forms {

  private final Regions regions;
  private final Form titles;
  private final Form figures;

  Forms(Indicators indicators, Titles rungs, Regions regions) {
    this.regions = regions;
    titles = Form.titles(rungs);
    figures = Form.figures(indicators);
  }

  Form of(ImportKind kind) {
    return switch (kind) {
      case COMPANIES -> Form.companies(List.copyOf(places().townships()));
      case TITLES -> titles;
      case REWARDS -> Form.rewards();
      case FIGURES -> figures;
    };
  }

  Places places() {
    return Places.of(regions.findAllOrderByCode());
  }

  /// Regions by what people call them.
  ///
  /// @param townships names for a drop-down list
  /// @param called what a region of this code is called, with its parent where its name is not
  ///   unique
  record Places(
      List<String> townships, Map<String, String> called, Map<String, List<Region>> byName) {

    static Places of(List<Region> regions) {
      Map<String, Region> byCode =
          regions.stream().collect(Collectors.toMap(Region::code, region -> region));
      Map<String, List<Region>> byName = new HashMap<>();
      for (Region region : regions) {
        add(byName, region.name(), region);
        add(byName, full(region, byCode), region);
        add(byName, region.code(), region);
      }
      Map<String, String> called =
          regions.stream()
              .collect(
                  Collectors.toMap(
                      Region::code,
                      region ->
                          byName.getOrDefault(key(region.name()), List.of()).size() == 1
                              ? region.name()
                              : full(region, byCode)));
      List<String> townships =
          regions.stream()
              .filter(region -> region.level() == RegionLevel.TOWNSHIP)
              .map(region -> called.getOrDefault(region.code(), region.name()))
              .toList();
      return new Places(townships, called, byName);
    }

    String nameOf(String code) {
      return called.getOrDefault(code, code);
    }

    /// All regions that the words may mean.
    List<Region> meant(String words) {
      return byName.getOrDefault(key(words), List.of());
    }

    Optional<Region> one(String words) {
      List<Region> meant = meant(words);
      return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    private static void add(Map<String, List<Region>> byName, String name, Region region) {
      byName.merge(
          key(name),
          List.of(region),
          (old, more) ->
              old.contains(region) ? old : Stream.concat(old.stream(), more.stream()).toList());
    }

    private static String full(Region region, Map<String, Region> byCode) {
      @Nullable Region parent = byCode.get(String.valueOf(region.parentCode()));
      return parent == null ? region.name() : parent.name() + region.name();
    }

    private static String key(String name) {
      return CellReading.tidy(name).replaceAll("\\s", "");
    }
  }
}
