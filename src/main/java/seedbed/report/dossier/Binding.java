package seedbed.report.dossier;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.web.ChosenDay;
import seedbed.web.Refusal;

/// What somebody does with bundles of his own.
@Singleton
class Binding {

  private final TransactionOperations<Connection> transactions;
  private final Bundles bundles;
  private final BundleCompanies companies;
  private final Shelf shelf;
  private final DossierSettings settings;
  private final Clock clock;

  Binding(
      TransactionOperations<Connection> transactions,
      Bundles bundles,
      BundleCompanies companies,
      Shelf shelf,
      DossierSettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.bundles = bundles;
    this.companies = companies;
    this.shelf = shelf;
    this.settings = settings;
    this.clock = clock;
  }

  /// A bundle to be made, with the companies that are in it from now on.
  ///
  /// @throws Refusal.Invalid when there is nothing to bind, too much, or one is being made
  Bundle ask(@Nullable String town, Bundle.Format format, ChosenDay chosen, Permission permission) {
    List<Long> bound = shelf.companies(town, chosen, permission);
    String title = shelf.title(town, permission);
    long account = permission.caller().account();
    Instant now = clock.instant();
    return transactions.executeWrite(_ -> {
      bundles.lock(account);
      bundles.forget(now);
      if (bundles.of(account, now).stream().anyMatch(each -> each.state().open())) {
        throw new Refusal.Invalid("format", "您有一册正在制作，请等它完成，或者先取消它。");
      }
      Bundle asked =
          bundles.save(
              new Bundle(
                  0,
                  account,
                  title,
                  town,
                  chosen.day(),
                  format,
                  Bundle.State.WAITING,
                  0,
                  0,
                  bound.size(),
                  null,
                  now,
                  now,
                  null,
                  null,
                  null,
                  now.plus(Duration.ofHours(settings.keptHours()))));
      companies.keep(asked.id(), bound);
      return asked;
    });
  }

  /// @throws Refusal.Absent when there is none, or somebody else's, or it is no longer kept
  Bundle find(long id, Permission permission) {
    return bundles
        .find(id, permission.caller().account(), clock.instant())
        .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的合订本；它可能已超过保留时间，请重新制作。"));
  }

  List<Bundle> own(Permission permission) {
    return bundles.of(permission.caller().account(), clock.instant());
  }

  /// The hash of its file.
  ///
  /// @throws Refusal.Stale when there is none, or the reader no longer sees all that is in it
  String file(Bundle bundle, Permission permission) {
    String hash = bundle.hash();
    if (hash == null) {
      throw new Refusal.Stale("这一册还没有制作完成，没有可以下载的文件。");
    }
    long gone = bundle.total() - companies.within(bundle.id(), permission.scope());
    if (gone > 0) {
      throw new Refusal.Stale("这一册里有 " + gone + " 家企业已不在您的范围内，不能再下载；请重新制作。");
    }
    return hash;
  }

  void cancel(Bundle bundle) {
    if (bundles.cancel(bundle.id()) == 0) {
      throw new Refusal.Stale("这一册已经完成或者停止，没有可以取消的。");
    }
  }
}
