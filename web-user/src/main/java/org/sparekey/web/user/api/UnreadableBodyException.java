package org.sparekey.web.user.api;

import jakarta.ws.rs.BadRequestException;
import java.util.List;
import org.sparekey.web.user.problem.Fault;

/** The body of a request is not the JSON that the resource takes. */
final class UnreadableBodyException extends BadRequestException {

  private static final long serialVersionUID = 1L;

  private final String reason;
  private final transient List<Fault> faults;

  UnreadableBodyException(String reason, Fault... faults) {
    super(reason);
    this.reason = reason;
    this.faults = List.of(faults);
  }

  /** Stable code. */
  String reason() {
    return reason;
  }

  List<Fault> faults() {
    return faults;
  }
}
