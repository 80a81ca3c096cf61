package seedbed.portfolio;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.account.AccountState;
import seedbed.account.Accounts;
import seedbed.account.People;
import seedbed.account.Person;

/// Whom to call at a company: the people behind its accounts. Whoever shows it has found the
/// company and is on the trail.
@Singleton
public class Contacts {

  private final Accounts accounts;
  private final People people;

  Contacts(Accounts accounts, People people) {
    this.accounts = accounts;
    this.people = people;
  }

  public record Contact(String name, @Nullable String phone) {}

  public List<Contact> of(long company) {
    return accounts.findByCompanyIdOrderByUsername(company).stream()
        .filter(account -> account.state() == AccountState.ACTIVE && !account.program())
        .map(people::of)
        .map((Person person) -> new Contact(person.name(), person.phone()))
        .toList();
  }
}
