package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import seedbed.access.Scope;
import seedbed.sql.Statements;

/// Which companies are in a bundle.
@Singleton
class BundleCompanies {

  private final Statements statements;

  BundleCompanies(Statements statements) {
    this.statements = statements;
  }

  void keep(long bundle, List<Long> companies) {
    List<Object> parameters = new ArrayList<>();
    for (int place = 0; place < companies.size(); place++) {
      parameters.addAll(List.of(bundle, place + 1, companies.get(place)));
    }
    statements.write(
        "INSERT INTO dossier_bundle_company (bundle_id, place, company_id) VALUES "
            + String.join(", ", Collections.nCopies(companies.size(), "(?, ?, ?)")),
        parameters);
  }

  List<Long> of(long bundle) {
    return statements.rows(
        "SELECT company_id FROM dossier_bundle_company WHERE bundle_id = ? ORDER BY place",
        List.of(bundle),
        row -> row.getLong(1));
  }

  /// How many of them a scope reaches now.
  long within(long bundle, Scope scope) {
    return statements.count(
        """
        SELECT COUNT(*)
        FROM dossier_bundle_company b
        JOIN company c ON c.id = b.company_id
        WHERE b.bundle_id = ?
          AND %s
        """
            .formatted(scope.condition("c")),
        Statements.all(bundle, scope.parameters()));
  }
}
