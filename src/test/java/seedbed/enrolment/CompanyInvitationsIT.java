package seedbed.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.account.Accounts;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;
import seedbed.signin.Door;

/// The office and the town of a company let its people in; nobody else can.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
final class CompanyInvitationsIT {

  @Inject Door door;
  @Inject Staff staff;
  @Inject Accounts accounts;
  @Inject Regions regions;
  @Inject Companies companies;

  private String page = "";
  private String companyPage = "";
  private String name = "";

  @BeforeEach
  void begin() {
    door.forgetLocks();
    region("90", "邀请省", RegionLevel.PROVINCE, null);
    region("900101001", "甲镇", RegionLevel.TOWNSHIP, "90");
    region("900101002", "乙镇", RegionLevel.TOWNSHIP, "90");
    name = Staff.newName();
    long id =
        companies
            .save(
                Company.named(
                    "邀请" + name + "有限公司", "900101001", Track.MANUFACTURING, "试验", LocalDate.EPOCH))
            .id();
    companyPage = "/companies/" + id;
    page = companyPage + "/invitations";
  }

  @Test
  void theTownInvitesAndThePersonSeesTheCompanyAlone() {
    String town = staff.signedIn(Role.TOWNSHIP, "900101001");

    var issued = invite(town);
    var in =
        door.form(
            Staff.link(issued), null, Map.of("password", Staff.PASSWORD, "again", Staff.PASSWORD));

    assertThat(in.code()).isEqualTo(303);
    assertThat(door.page(companyPage, in.session()).code()).isEqualTo(200);
    assertThat(door.page(page, in.session()).code()).isEqualTo(403);
    var account = accounts.findByUsername(name).orElseThrow();
    assertThat(account.role()).isEqualTo(Role.COMPANY);
    assertThat(account.regionCode()).isEqualTo("900101001");
  }

  @Test
  void anotherTownSeesNoSuchCompany() {
    String other = staff.signedIn(Role.TOWNSHIP, "900101002");

    assertThat(door.page(page, other).code()).isEqualTo(404);
    assertThat(staff.send("/account", page, other, Map.of("username", name, "name", "张三")).code())
        .isEqualTo(404);
    assertThat(accounts.existsByUsername(name)).isFalse();
  }

  @Test
  void theOfficeOfTheRegionInvitesTooAndSendsTheLinkAgain() {
    String office = staff.signedIn(Role.OFFICE, "90");
    assertThat(door.page(companyPage, office).page().select("a[href=" + page + "]")).isNotEmpty();
    String first = Staff.link(invite(office));

    String second = Staff.link(staff.send(page, page, office, Map.of("username", name)));

    assertThat(second).isNotEqualTo(first);
    assertThat(door.page(first, null).code()).isEqualTo(404);
    assertThat(door.page(second, null).code()).isEqualTo(200);
  }

  @Test
  void leadersAndAdministratorsDoNotInvite() {
    assertThat(door.page(page, staff.signedIn(Role.LEADER, "90")).code()).isEqualTo(403);
    assertThat(door.page(page, staff.signedIn(Role.ADMIN, "90")).code()).isEqualTo(404);
  }

  private Door.Answer invite(String session) {
    return staff.send(page, page, session, Map.of("username", name, "name", "张三"));
  }

  private void region(String code, String label, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, label, level, parent, "试验"));
    }
  }
}
