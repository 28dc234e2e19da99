package org.sparekey.application.adapter.jpa;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids go to the driver as they are: EclipseLink's own conversion fails for null. */
@Converter(autoApply = true)
public class UuidConverter implements AttributeConverter<@Nullable UUID, @Nullable Object> {

  @Override
  public @Nullable Object convertToDatabaseColumn(@Nullable UUID id) {
    return id;
  }

  @Override
  public @Nullable UUID convertToEntityAttribute(@Nullable Object stored) {
    return (UUID) stored;
  }
}
