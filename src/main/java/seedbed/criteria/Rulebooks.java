package seedbed.criteria;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import seedbed.criteria.rule.Slots;
import seedbed.startup.StartFailure;

/// Reads the config folder once, at the start: a wrong file stops it.
@Factory
final class Rulebooks {

  @Context
  Rulebook rulebook(@Property(name = "seedbed.config", defaultValue = "config") String folder) {
    try {
      return Rulebook.read(ConfigFolder.find(folder));
    } catch (FaultyConfig e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    }
  }

  @Context
  SheetPlan sheetPlan(
      Rulebook rulebook,
      @Property(name = "seedbed.config", defaultValue = "config") String folder) {
    try {
      return SheetPlan.read(ConfigFolder.find(folder), rulebook.indicators());
    } catch (FaultyConfig e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    }
  }

  @Context
  PlanOutline planOutline(
      Rulebook rulebook,
      @Property(name = "seedbed.config", defaultValue = "config") String folder) {
    try {
      return PlanOutline.read(ConfigFolder.find(folder), rulebook.indicators());
    } catch (FaultyConfig e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    }
  }

  @Singleton
  Indicators indicators(Rulebook rulebook) {
    return rulebook.indicators();
  }

  @Singleton
  Titles titles(Rulebook rulebook) {
    return rulebook.titles();
  }

  @Singleton
  Slots slots(Rulebook rulebook) {
    return rulebook.slots();
  }

  @Singleton
  Editions editions(Rulebook rulebook) {
    return rulebook.editions();
  }
}
