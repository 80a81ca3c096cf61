package seedbed.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.company.Company;
import seedbed.portfolio.LeaderPeople;
import seedbed.portfolio.LeaderPeople.Person;

/// What a second tap does.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("走访记录连点两下")
final class RecordingIT {

  @Inject LeaderPeople people;
  @Inject Recording recording;
  @Inject VisibleVisits visible;
  @Inject Photos photos;
  @Inject TransactionOperations<Connection> transactions;

  private Person leader;
  private Company company;

  @BeforeEach
  void settle() {
    people.settle();
    leader = people.person(Role.LEADER, LeaderPeople.COUNTY, "王领导");
    company = people.company("走访", LeaderPeople.TOWN);
    people.link(leader, company);
  }

  @Test
  @DisplayName("同一人同一天写的同样的话只记一次；另写的、别人写的另记")
  void whatIsSentTwiceIsOneVisit() {
    Visit first = write("看了车间", leader.account().username());

    Visit again = write("看了车间", leader.account().username());
    Visit other = write("又看了实验室", leader.account().username());
    Visit byAide = write("看了车间", "联络员");

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(other.id()).isNotEqualTo(first.id());
    assertThat(byAide.id()).isNotEqualTo(first.id());
    assertThat(visible.count(VisibleVisits.Query.of(company.id()), new Scope.Whole())).isEqualTo(3);
  }

  @Test
  @DisplayName("同时补传的两张照片都留下，各有各的号")
  void photosOfTwoAdditionsAreNumberedOneAfterTheOther() throws Exception {
    String by = leader.account().username();
    Visit visit = write("看了车间", by);
    CountDownLatch added = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(2)) {
      Future<Boolean> first =
          threads.submit(() ->
              transactions.executeWrite(_ -> {
                try {
                  recording.add(visit, null, false, List.of(photo(3)), by);
                } finally {
                  added.countDown();
                }
                // The second one has come as far as it can by then.
                Thread.sleep(500);
                return true;
              }));
      added.await();
      Future<Boolean> second =
          threads.submit(() -> {
            recording.add(visit, null, false, List.of(photo(4)), by);
            return true;
          });

      assertThat(List.of(first.get(), second.get())).containsOnly(true);
    }
    assertThat(photos.of(visit.id())).extracting(Photos.Photo::number).containsExactly(1, 2);
  }

  private Visit write(String note, String by) {
    return recording.write(
        new Recording.Draft(company.id(), leader.account().id(), people.today(), null, note, false),
        List.of(),
        by);
  }

  private static Photos.Sent photo(int width) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, 3, BufferedImage.TYPE_INT_RGB), "png", out);
    return new Photos.Sent("IMG.png", new ByteArrayInputStream(out.toByteArray()));
  }
}
