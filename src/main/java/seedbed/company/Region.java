package seedbed.company;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/// A node of the region tree; its code begins with the codes of all its ancestors.
@MappedEntity("region")
public record Region(
    @Id String code, String name, RegionLevel level, @Nullable String parentCode, String source) {

  /// Whether `other` is this region or lies below it.
  public boolean contains(String otherCode) {
    return otherCode.startsWith(code);
  }
}
