package seedbed.portfolio;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.AccountState;
import seedbed.account.Accounts;
import seedbed.account.People;
import seedbed.web.Choice;

/// Says by name who looks after a company.
@Singleton
public class Leaders {

  private final Assignments assignments;
  private final Aides aides;
  private final Accounts accounts;
  private final People people;
  private final Clock clock;

  Leaders(Assignments assignments, Aides aides, Accounts accounts, People people, Clock clock) {
    this.assignments = assignments;
    this.aides = aides;
    this.accounts = accounts;
    this.people = people;
    this.clock = clock;
  }

  /// On a day, whoever began first coming first.
  public List<String> of(long company, LocalDate day) {
    List<Long> linked =
        assignments.ofCompanies(List.of(company), day).stream().map(Assignment::accountId).toList();
    Map<Long, String> names = names(linked);
    return linked.stream()
        .flatMap(id -> Optional.ofNullable(names.get(id)).stream())
        .distinct()
        .toList();
  }

  /// Of each of these companies, by name, with commas between.
  public Map<Long, String> ofCompanies(Collection<Long> companies, LocalDate day) {
    if (companies.isEmpty()) {
      return Map.of();
    }
    List<Assignment> links = assignments.ofCompanies(companies, day);
    Map<Long, String> names = names(links.stream().map(Assignment::accountId).toList());
    return links.stream()
        .collect(
            Collectors.toMap(
                Assignment::companyId,
                link -> names.getOrDefault(link.accountId(), ""),
                (one, other) -> one.contains(other) ? one : one + "、" + other));
  }

  /// With the way each of them looks after it: 四套班子领导 王某（2026-01-01 起）.
  public List<String> described(long company, LocalDate day) {
    List<Assignment> links = assignments.ofCompanies(List.of(company), day);
    Map<Long, String> names = names(links.stream().map(Assignment::accountId).toList());
    return links.stream()
        .map(link ->
            "%s %s（%s 起）"
                .formatted(
                    link.kind().label(), names.getOrDefault(link.accountId(), ""), link.heldFrom()))
        .toList();
  }

  /// By account; each is opened once.
  public Map<Long, String> names(Collection<Long> ids) {
    return ids.isEmpty()
        ? Map.of()
        : accounts.findByIdIn(new TreeSet<>(ids)).stream()
            .collect(Collectors.toMap(Account::id, people::name));
  }

  /// Leaders at work in a region who look after companies themselves: those who only act for
  /// somebody are left out.
  List<Choice> choices(String region) {
    Set<Long> hands =
        aides.all(LocalDate.now(clock)).stream().map(Aide::aideId).collect(Collectors.toSet());
    return active(region).stream()
        .filter(account -> !hands.contains(account.id()))
        .map(this::choice)
        .toList();
  }

  /// Everybody in a region who may act for a leader.
  List<Choice> hands(String region) {
    return active(region).stream().map(this::choice).toList();
  }

  /// Whoever has companies today or is to have some, at work or not.
  List<Choice> holders(String region) {
    List<Long> holders = assignments.holders(LocalDate.now(clock));
    return holders.isEmpty() ? List.of() : holders(region, accounts.findByIdIn(holders));
  }

  private List<Choice> holders(String region, List<Account> holders) {
    return holders.stream()
        .filter(account -> account.regionCode().startsWith(region))
        .map(account ->
            account.state() == AccountState.ACTIVE
                ? choice(account)
                : new Choice("" + account.id(), label(account) + "，已停用"))
        .toList();
  }

  private List<Account> active(String region) {
    return accounts
        .findByRoleAndStateAndProgramOrderByUsername(Role.LEADER, AccountState.ACTIVE, false)
        .stream()
        .filter(account -> account.regionCode().startsWith(region))
        .toList();
  }

  private Choice choice(Account account) {
    return new Choice("" + account.id(), label(account));
  }

  String label(Account account) {
    String unit = account.unit();
    return people.name(account)
        + "（"
        + (unit == null ? account.username() : unit + "，" + account.username())
        + "）";
  }
}
