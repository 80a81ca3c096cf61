package seedbed.recognition;

import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import seedbed.company.Company;
import seedbed.company.Track;
import seedbed.signin.Door;

/// What tests of titles begin with: a company of its own for each test, and the sessions of whoever
/// has to do with it.
abstract class TitleScene {

  @Inject TitlePeople people;
  @Inject Door door;

  Company company =
      Company.named("无", TitlePeople.TOWN, Track.MANUFACTURING, "试验", LocalDate.EPOCH);
  LocalDate today = LocalDate.EPOCH;
  String owner = "";
  String town = "";
  String office = "";

  @BeforeEach
  void setScene() {
    var cast = people.cast();
    company = cast.company();
    today = people.today();
    owner = cast.owner();
    town = cast.town();
    office = cast.office();
  }
}
