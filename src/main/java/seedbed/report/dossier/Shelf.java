package seedbed.report.dossier;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.access.Reach;
import seedbed.company.Known;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.web.ChosenDay;
import seedbed.web.Refusal;

/// Whose dossiers go into one file: those of a town or portfolio.
@Singleton
class Shelf {

  /// More than a binder holds.
  static final int MOST = 200;

  private final TransactionOperations<Connection> transactions;
  private final Regions regions;

  Shelf(TransactionOperations<Connection> transactions, Regions regions) {
    this.transactions = transactions;
    this.regions = regions;
  }

  /// @throws Refusal.Invalid when they are more than one file holds
  List<Long> companies(@Nullable String town, ChosenDay chosen, Permission permission) {
    List<Long> companies = reached(town, chosen, permission);
    if (companies.isEmpty()) {
      throw new Refusal.Invalid("town", "没有可以装订的企业，请换一个镇（街道）。");
    }
    if (companies.size() > MOST) {
      throw new Refusal.Invalid("town", "一册最多装订 " + MOST + " 家，现在超过了；请选定一个镇（街道）。");
    }
    return companies;
  }

  /// The same however many they are; no more than one beyond what a file holds.
  List<Long> reached(@Nullable String town, ChosenDay chosen, Permission permission) {
    return companies(town, new Known(permission.scope(), chosen.day()));
  }

  /// What stands on its cover.
  String title(@Nullable String town, Permission permission) {
    if (permission.reach() == Reach.PORTFOLIO) {
      return "挂钩企业一企一册";
    }
    String code = town == null ? permission.caller().regionCode() : town;
    return regions.findByCode(code).map(Region::name).orElse("") + "企业一企一册";
  }

  private List<Long> companies(@Nullable String town, Known known) {
    String sql =
        """
        SELECT c.id
        FROM company c
        WHERE %s
          AND c.region_code LIKE ?
        ORDER BY c.name_initials, c.id
        LIMIT ?
        """
            .formatted(known.condition("c"));
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        int next = known.bind(select, 1);
        select.setString(next, prefix(town) + "%");
        select.setInt(next + 1, MOST + 1);
        List<Long> ids = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            ids.add(row.getLong(1));
          }
        }
        return ids;
      }
    });
  }

  // Digits alone, so that no wildcard is among them.
  private static String prefix(@Nullable String town) {
    if (town == null) {
      return "";
    }
    if (!town.matches("[0-9]{2,12}")) {
      throw new Refusal.Invalid("town", "没有“" + town + "”这个镇（街道），请从页面上选择。");
    }
    return town;
  }
}
