package seedbed.access;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;

/// A county of two towns for tests of what is seen from where.
@Singleton
public final class TwoTowns {

  public static final String COUNTY = "860101";
  public static final String TOWN = "860101001";
  public static final String OTHER_TOWN = "860101002";

  /// Where there is no company.
  public static final String EMPTY_TOWN = "860101003";

  private final Regions regions;
  private final Companies companies;

  TwoTowns(Regions regions, Companies companies) {
    this.regions = regions;
    this.companies = companies;
  }

  public void found() {
    region("86", RegionLevel.PROVINCE, null);
    region("8601", RegionLevel.PREFECTURE, "86");
    region(COUNTY, RegionLevel.COUNTY, "8601");
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
    region(OTHER_TOWN, RegionLevel.TOWNSHIP, COUNTY);
    region(EMPTY_TOWN, RegionLevel.TOWNSHIP, COUNTY);
  }

  /// A new one, with a name that no other company has.
  public Company company(String name, String region) {
    String own = name + UUID.randomUUID().toString().substring(0, 8);
    return companies.save(Company.named(own, region, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "两镇" + code, level, parent, "试验"));
    }
  }
}
