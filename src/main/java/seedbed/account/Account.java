package seedbed.account;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import seedbed.access.Role;

/// What Seedbed knows of somebody who may come in. What is sealed is opened by [People]. Which
/// codes of the second factor are used up is not part of it: whoever writes an account back that
/// was read before would give them out again ([Accounts#takeStep]).
///
/// @param username lower case, unique
/// @param regionCode the node whose subtree the account sees
/// @param program used by another system, through tokens only
/// @param passwordGiven somebody else chose the password: it is changed at the first sign-in
/// @param changedBy who changed it last; of what the person did alone only the password is counted
@MappedEntity("account")
public record Account(
    @Id @GeneratedValue long id,
    String username,
    Role role,
    String regionCode,
    @Nullable Long companyId,
    @Nullable String unit,
    AccountState state,
    boolean program,
    String nameSealed,
    @Nullable String phoneSealed,
    @Nullable String emailSealed,
    @Nullable String passwordHash,
    @Nullable Instant passwordSetAt,
    boolean passwordGiven,
    @Nullable String totpSealed,
    Instant createdAt,
    @Nullable Long changedBy,
    @Nullable Instant changedAt,
    @Version long version) {

  /// With a password of the person's own choice; an invited account is thereby open.
  public Account withPassword(String hash, Instant now) {
    return change(
            state == AccountState.INVITED ? AccountState.ACTIVE : state,
            hash,
            now,
            false,
            totpSealed)
        .touched(id, now);
  }

  /// Changed by somebody just now, for those who come too late with a change of theirs.
  public Account touched(long by, Instant now) {
    return new Account(
        id,
        username,
        role,
        regionCode,
        companyId,
        unit,
        state,
        program,
        nameSealed,
        phoneSealed,
        emailSealed,
        passwordHash,
        passwordSetAt,
        passwordGiven,
        totpSealed,
        createdAt,
        by,
        now,
        version);
  }

  /// With a password that somebody else knows.
  public Account withGivenPassword(String hash, Instant now) {
    return change(state, hash, now, true, totpSealed);
  }

  /// In another role, from the next request on.
  public Account in(Role newRole) {
    return posted(new Post(newRole, regionCode, companyId, unit));
  }

  /// With another task, from the next request on.
  public Account posted(Post post) {
    return new Account(
        id,
        username,
        post.role(),
        post.regionCode(),
        post.companyId(),
        post.unit(),
        state,
        program,
        nameSealed,
        phoneSealed,
        emailSealed,
        passwordHash,
        passwordSetAt,
        passwordGiven,
        totpSealed,
        createdAt,
        changedBy,
        changedAt,
        version);
  }

  public Account known(People.Sealed person) {
    return new Account(
        id,
        username,
        role,
        regionCode,
        companyId,
        unit,
        state,
        program,
        person.name(),
        person.phone(),
        person.email(),
        passwordHash,
        passwordSetAt,
        passwordGiven,
        totpSealed,
        createdAt,
        changedBy,
        changedAt,
        version);
  }

  /// Waits for its person to choose a password again; the old one is gone.
  public Account invitedAgain() {
    return change(AccountState.INVITED, null, null, false, totpSealed);
  }

  public Account disabled() {
    return change(AccountState.DISABLED, passwordHash, passwordSetAt, passwordGiven, totpSealed);
  }

  /// Usable again; who never chose a password is invited again.
  public Account enabled() {
    return change(
        passwordHash == null && !program ? AccountState.INVITED : AccountState.ACTIVE,
        passwordHash,
        passwordSetAt,
        passwordGiven,
        totpSealed);
  }

  public Account withSecondFactor(String sealed) {
    return change(state, passwordHash, passwordSetAt, passwordGiven, sealed);
  }

  public Account withoutSecondFactor() {
    return change(state, passwordHash, passwordSetAt, passwordGiven, null);
  }

  public Post post() {
    return new Post(role, regionCode, companyId, unit);
  }

  public boolean hasSecondFactor() {
    return totpSealed != null;
  }

  private Account change(
      AccountState newState,
      @Nullable String hash,
      @Nullable Instant setAt,
      boolean given,
      @Nullable String totp) {
    return new Account(
        id,
        username,
        role,
        regionCode,
        companyId,
        unit,
        newState,
        program,
        nameSealed,
        phoneSealed,
        emailSealed,
        hash,
        setAt,
        given,
        totp,
        createdAt,
        changedBy,
        changedAt,
        version);
  }
}
