package seedbed.company;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A company that is cultivated, or that a source document names.
///
/// @param creditCode may be missing until the company is admitted to a pool
/// @param recordedOn the day from which it is known at all
/// @param titlesCheckedOn the day from which its register of titles is complete; before it and
///   without it, a title that is not in the register is unknown rather than not held
@MappedEntity("company")
public record Company(
    @Id @GeneratedValue long id,
    String name,
    @Nullable String shortName,
    String nameInitials,
    @Nullable String shortInitials,
    @Nullable CreditCode creditCode,
    String regionCode,
    @Nullable String industryCode,
    @Nullable String industryName,
    Track track,
    @Nullable String mainProduct,
    @Nullable LocalDate foundedOn,
    Origin origin,
    LocalDate recordedOn,
    @Nullable LocalDate titlesCheckedOn,
    String source,
    @Nullable String note,
    @Version long version) {

  /// The mark every fictitious company carries in its name.
  public static final String DEMO_MARK = "示例";

  public Company {
    name = name.strip();
    if (name.isEmpty()) {
      throw new IllegalArgumentException("企业名称不能为空。");
    }
    if (origin == Origin.DEMO && !name.contains(DEMO_MARK)) {
      throw new IllegalArgumentException("示例企业的名称应带“示例”二字：" + name);
    }
    if (nameInitials.isEmpty()) {
      nameInitials = NameInitials.of(name);
    }
    if (shortName == null) {
      shortInitials = null;
    } else if (shortInitials == null) {
      shortInitials = NameInitials.of(shortName);
    }
  }

  /// A company not stored yet, with what must be known of it.
  public static Company named(
      String name, String regionCode, Track track, String source, LocalDate recordedOn) {
    return new Company(
        0,
        name,
        null,
        "",
        null,
        null,
        regionCode,
        null,
        null,
        track,
        null,
        null,
        Origin.DOCUMENT,
        recordedOn,
        null,
        source,
        null,
        0);
  }

  public Company withShortName(@Nullable String newShortName) {
    return with(newShortName, creditCode, industryCode, industryName, mainProduct, foundedOn);
  }

  public Company withCreditCode(@Nullable CreditCode newCode) {
    return with(shortName, newCode, industryCode, industryName, mainProduct, foundedOn);
  }

  public Company withIndustry(@Nullable String code, @Nullable String label) {
    return with(shortName, creditCode, code, label, mainProduct, foundedOn);
  }

  public Company withMainProduct(@Nullable String product) {
    return with(shortName, creditCode, industryCode, industryName, product, foundedOn);
  }

  public Company withFoundedOn(@Nullable LocalDate day) {
    return with(shortName, creditCode, industryCode, industryName, mainProduct, day);
  }

  public Company withNote(@Nullable String newNote) {
    return with(origin, titlesCheckedOn, newNote);
  }

  public Company withOrigin(Origin newOrigin) {
    return with(newOrigin, titlesCheckedOn, note);
  }

  /// Whether it is fictitious.
  public boolean demo() {
    return origin == Origin.DEMO;
  }

  private Company with(
      Origin newOrigin, @Nullable LocalDate newTitlesCheckedOn, @Nullable String newNote) {
    return new Company(
        id,
        name,
        shortName,
        nameInitials,
        shortInitials,
        creditCode,
        regionCode,
        industryCode,
        industryName,
        track,
        mainProduct,
        foundedOn,
        newOrigin,
        recordedOn,
        newTitlesCheckedOn,
        source,
        newNote,
        version);
  }

  /// Whether its register of titles was known to be complete on a day, so that an absent title was
  /// known to be not held.
  public boolean titlesComplete(LocalDate day) {
    return titlesCheckedOn != null && !titlesCheckedOn.isAfter(day);
  }

  private Company with(
      @Nullable String newShortName,
      @Nullable CreditCode newCode,
      @Nullable String newIndustryCode,
      @Nullable String newIndustryName,
      @Nullable String newMainProduct,
      @Nullable LocalDate newFoundedOn) {
    return new Company(
        id,
        name,
        newShortName,
        nameInitials,
        Objects.equals(newShortName, shortName) ? shortInitials : null,
        newCode,
        regionCode,
        newIndustryCode,
        newIndustryName,
        track,
        newMainProduct,
        newFoundedOn,
        origin,
        recordedOn,
        titlesCheckedOn,
        source,
        note,
        version);
  }
}
