package seedbed.inspection;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import seedbed.secret.Sealing;

/// Keeps the names of those who inspected sealed. What was written before they were is read as it
/// is.
@Singleton
class InspectorsColumn implements AttributeConverter<String, String> {

  private static final String PLACE = "inspection_conclusion.inspectors";

  /// Nobody's name begins so, therefore what has it is sealed.
  private static final String MARK = "sealed:";

  private final Sealing sealing;

  InspectorsColumn(Sealing sealing) {
    this.sealing = sealing;
  }

  @Override
  public @Nullable String convertToPersistedValue(
      @Nullable String names, ConversionContext context) {
    return names == null ? null : MARK + sealing.seal(names, PLACE);
  }

  @Override
  public @Nullable String convertToEntityValue(@Nullable String kept, ConversionContext context) {
    return kept == null || !kept.startsWith(MARK)
        ? kept
        : sealing.open(kept.substring(MARK.length()), PLACE);
  }
}
