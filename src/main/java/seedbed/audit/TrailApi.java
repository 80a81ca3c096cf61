package seedbed.audit;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The trail for programs.
@Controller("/api/v1/trail")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "审计记录")
class TrailApi {

  private static final int LINES = 200;

  private final TrailRows rows;
  private final Sealer sealer;

  TrailApi(TrailRows rows, Sealer sealer) {
    this.rows = rows;
    this.sealer = sealer;
  }

  @Serdeable
  @Schema(name = "Trail")
  record Answer(
      @Schema(description = "链头：最后一环的序号") long seq,
      @Schema(description = "链头：最后一环的校验值") String hash,
      List<Line> entries,
      @Schema(description = "下一页的 before；没有更早的记录时为空") @Nullable String before) {}

  @Serdeable
  @Schema(name = "TrailEntry")
  record Line(
      @Schema(description = "序号；刚写入、尚未入链时为空") @Nullable Long seq,
      @Schema(description = "链校验值") @Nullable String hash,
      Instant at,
      @Schema(description = "账号编号；未登录时为空") @Nullable Long account,
      @Nullable Long session,
      @Nullable String act,
      String method,
      @Nullable String route,
      @Schema(description = "对象，如 company:12") @Nullable String object,
      @Schema(description = "HTTP 状态码；结果不明时为空") @Nullable Integer result,
      @Nullable String address,
      @Schema(description = "前后内容") @Nullable String detail) {}

  @Get
  @Operation(
      operationId = "readTrail",
      summary = "审计记录",
      description = "按时间倒序，每次最多 200 条；用 before 取更早的。")
  @ApiResponse(responseCode = "200", description = "审计记录和当前链头")
  Answer list(@RequestBean TrailFilter filter) {
    List<TrailRow> found = rows.list(filter, LINES);
    Head head = sealer.current();
    return new Answer(
        head.seq(),
        head.hash(),
        found.stream().map(TrailApi::line).toList(),
        found.size() < LINES ? null : String.valueOf(found.getLast().id()));
  }

  private static Line line(TrailRow row) {
    Note.Asked asked = row.asked();
    return new Line(
        row.seq(),
        row.hash(),
        row.at(),
        row.account(),
        row.session(),
        asked.act(),
        asked.method(),
        asked.route(),
        row.about(),
        row.result(),
        row.address(),
        row.detail());
  }
}
