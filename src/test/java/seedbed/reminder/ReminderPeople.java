package seedbed.reminder;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import seedbed.access.Role;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;
import seedbed.portfolio.Assignments;
import seedbed.signin.Door;

/// Companies that owe something and the people around them.
@Singleton
public final class ReminderPeople {

  public static final String COUNTY = "280101";
  public static final String TOWN = "280101001";
  public static final String OTHER_TOWN = "280101002";

  private static final String PASSWORD = "Stille-Bucht-2026";

  private final Regions regions;
  private final Companies companies;
  private final Opening opening;
  private final Assignments assignments;
  private final Door door;
  private final TransactionOperations<Connection> transactions;

  ReminderPeople(
      Regions regions,
      Companies companies,
      Opening opening,
      Assignments assignments,
      Door door,
      TransactionOperations<Connection> transactions) {
    this.regions = regions;
    this.companies = companies;
    this.opening = opening;
    this.assignments = assignments;
    this.door = door;
    this.transactions = transactions;
  }

  public void settle() {
    door.forgetLocks();
    region("28", RegionLevel.PROVINCE, null);
    region("2801", RegionLevel.PREFECTURE, "28");
    region(COUNTY, RegionLevel.COUNTY, "2801");
    region(TOWN, RegionLevel.TOWNSHIP, COUNTY);
    region(OTHER_TOWN, RegionLevel.TOWNSHIP, COUNTY);
  }

  public Company company(String town) {
    return companies.save(
        Company.named("提醒" + UUID.randomUUID(), town, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
  }

  /// Puts a company into the pool.
  ///
  /// @param to the first day it is no longer there; null for good
  public void enrol(Company company, LocalDate from, @Nullable LocalDate to) {
    execute(
        """
        INSERT INTO title_holding (company_id, title, held_from, from_precision, held_to,
                                   recorded_on, document_no, source)
        VALUES (?, 'rugao-pool', ?, 'DAY', ?, ?, '试验', '试验')
        """,
        company.id(),
        from,
        to,
        from);
  }

  /// Begins an operating sheet and hands it in on a day.
  public void handIn(Company company, int year, int throughMonth, LocalDate day) {
    execute(
        """
        INSERT INTO operating_sheet (company_id, about_year, through_month, stage, due_on, version)
        VALUES (?, ?, ?, 'SUBMITTED', ?, 0)
        """,
        company.id(),
        year,
        throughMonth,
        day);
    step(company, year, throughMonth, "SUBMIT", day);
  }

  public void step(Company company, int year, int throughMonth, String move, LocalDate day) {
    execute(
        """
        INSERT INTO operating_step (sheet_id, move, due_on, done_on, done_at, done_by, done_as)
        SELECT id, ?, due_on, ?, ?, '试验', '试验'
        FROM operating_sheet
        WHERE company_id = ?
          AND about_year = ?
          AND through_month = ?
        """,
        move,
        day,
        day.atTime(10, 0),
        company.id(),
        year,
        throughMonth);
  }

  public long owner(Company company) {
    return open(name(Role.COMPANY), company.regionCode(), Role.COMPANY, company);
  }

  public long person(Role role, String region) {
    return open(name(role), region, role, null);
  }

  /// The session of a new person.
  public String session(Role role, String region, @Nullable Company company) {
    String name = name(role);
    open(name, region, role, company);
    return door.signIn(name, PASSWORD, "/").session();
  }

  private static String name(Role role) {
    return "r-" + role.code() + UUID.randomUUID().toString().substring(0, 10);
  }

  private long open(String name, String region, Role role, @Nullable Company company) {
    NewAccount wanted = NewAccount.of(name, role, region, "试验");
    if (company != null) {
      wanted = wanted.ofCompany(company.id());
    } else if (role == Role.DEPARTMENT || role == Role.INSPECTOR) {
      wanted = wanted.inUnit("科技局");
    }
    return opening.open(wanted, PASSWORD).id();
  }

  public void link(long leader, Company company, LocalDate from) {
    assignments.link(leader, List.of(company.id()), from, "试验");
  }

  public void execute(String sql, @Nullable Object... values) {
    transactions.executeWrite(status -> {
      try (PreparedStatement statement = status.getConnection().prepareStatement(sql)) {
        bind(statement, values);
        return statement.executeUpdate();
      }
    });
  }

  /// The first column of every row, in words.
  public List<String> words(String sql, @Nullable Object... values) {
    return transactions.executeRead(status -> {
      List<String> words = new ArrayList<>();
      try (PreparedStatement statement = status.getConnection().prepareStatement(sql)) {
        bind(statement, values);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            words.add(row.getString(1));
          }
        }
      }
      return words;
    });
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int place = 0; place < values.length; place++) {
      statement.setObject(place + 1, values[place]);
    }
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "提醒" + code, level, parent, "试验"));
    }
  }
}
