package seedbed.schedule;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How each chore went last.
@JdbcRepository(dialect = Dialect.MYSQL)
interface ChoreRuns extends GenericRepository<ChoreRuns.Run, String> {

  enum Outcome {
    RUNNING("执行中"),
    DONE("完成"),
    FAILED("未完成"),
    STOOD_BACK("时钟不准，未执行");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /// @param endedAt null while it runs, and where its process was killed
  @MappedEntity("chore_run")
  record Run(
      @Id String name,
      String node,
      Instant startedAt,
      @Nullable Instant endedAt,
      Outcome outcome,
      @Nullable String sentence) {}

  List<Run> findAll();

  @Query(
      """
      INSERT INTO chore_run (name, node, started_at, ended_at, outcome, sentence)
      VALUES (:name, :node, :startedAt, NULL, 'RUNNING', NULL)
      ON DUPLICATE KEY UPDATE
        node = VALUES(node),
        started_at = VALUES(started_at),
        ended_at = NULL,
        outcome = 'RUNNING',
        sentence = NULL
      """)
  void begin(String name, String node, Instant startedAt);

  @Query(
      """
      UPDATE chore_run
      SET ended_at = :endedAt,
          outcome = :outcome,
          sentence = :sentence
      WHERE name = :name
      """)
  void end(String name, Instant endedAt, Outcome outcome, @Nullable String sentence);
}
