package org.sparekey.application.adapter.jpa;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.sparekey.domain.shared.Moments;

/**
 * JPA 3.1 does not know {@link Instant}. Cuts to microseconds, where both databases would round.
 */
@Converter(autoApply = true)
public class InstantConverter
    implements AttributeConverter<@Nullable Instant, @Nullable OffsetDateTime> {

  @Override
  public @Nullable OffsetDateTime convertToDatabaseColumn(@Nullable Instant instant) {
    return instant == null ? null : Moments.storable(instant).atOffset(ZoneOffset.UTC);
  }

  @Override
  public @Nullable Instant convertToEntityAttribute(@Nullable OffsetDateTime stored) {
    return stored == null ? null : stored.toInstant();
  }
}
