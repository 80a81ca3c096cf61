package seedbed.company;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Keeps a credit code in its column as 18 characters.
@Singleton
class CreditCodeColumn implements AttributeConverter<CreditCode, String> {

  @Override
  public @Nullable String convertToPersistedValue(
      @Nullable CreditCode code, ConversionContext context) {
    return code == null ? null : code.value();
  }

  @Override
  public @Nullable CreditCode convertToEntityValue(
      @Nullable String value, ConversionContext context) {
    return value == null ? null : new CreditCode(value);
  }
}
