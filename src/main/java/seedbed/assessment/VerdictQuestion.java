package seedbed.assessment;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The shape of a question to the verdict API, for its documentation. The text itself is read by
/// [QuestionReader], which can name the field that is wrong and keeps every digit.
@Serdeable
@Schema(name = "VerdictQuestion", description = "用请求中的数据判定，不保存任何内容")
record VerdictQuestion(
    @Schema(description = "称号代码；未指定 edition 时必填", example = "little-giant") @Nullable String title,
    @Schema(
            description = "类别：manufacturing、innovation、product、general；不分类的称号可不填，分类别的称号必填",
            example = "general")
        @Nullable String track,
    @Schema(description = "new 新申报，renewal 复核", defaultValue = "new", example = "new")
        @Nullable String applicant,
    @Schema(description = "判定日期", example = "2023-05-01") String on,
    @Schema(description = "标准版本或年度通知；不填则按日期选用现行版本", example = "cn-xjr-2022")
        @Nullable String edition,
    @Schema(description = "数据；未列出的视为未填报") @Nullable List<Figure> figures,
    @Schema(description = "当日称号的完整清单；不填视为称号情况不明") @Nullable List<Held> titles) {

  @Serdeable
  @Schema(name = "VerdictQuestionFigure")
  record Figure(
      @Schema(description = "指标代码", example = "revenue") String indicator,
      @Schema(description = "年度，按年的指标必填", example = "2022") @Nullable Integer year,
      @Schema(description = "截至日期，按日的指标必填", example = "2023-04-01") @Nullable String day,
      @Schema(description = "数值（数字或文本）、true/false、选项代码或日期；null 视为未填报", example = "12000")
          @Nullable Object value) {}

  @Serdeable
  @Schema(name = "VerdictQuestionTitle")
  record Held(
      @Schema(description = "称号代码", example = "specialised-sme") String title,
      @Schema(description = "起始日", example = "2022-12-01") String from,
      @Schema(description = "最后一个有效日；不填则在该称号的有效年数内视为有效，此后不明", example = "2025-11-30")
          @Nullable String to) {}
}
