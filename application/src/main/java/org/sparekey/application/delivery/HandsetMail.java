package org.sparekey.application.delivery;

import java.time.Instant;
import java.util.UUID;

/** A mail on the virtual handset. */
public record HandsetMail(
    UUID id, String recipient, String subject, String body, Instant receivedAt) {}
