package org.sparekey.application.port;

import java.util.UUID;

/** New ids: UUID version 7, so that they sort by time. */
public interface IdSource {

  UUID next();
}
