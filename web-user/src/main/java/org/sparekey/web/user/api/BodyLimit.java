package org.sparekey.web.user.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads at most 16 KiB of any request: what the API takes are a few short members. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
public class BodyLimit implements ContainerRequestFilter {

  /** The most bytes that a body may have. */
  static final int MOST = 16 * 1024;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getLength() > MOST) {
      throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
    if (request.hasEntity()) {
      request.setEntityStream(new Bounded(request.getEntityStream()));
    }
  }

  /** Fails as soon as more comes than the header said, or than is allowed when it said nothing. */
  static final class Bounded extends FilterInputStream {

    private int left = MOST;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      return b < 0 ? b : count(1, b);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, Math.min(length, left + 1));
      return read < 0 ? read : count(read, read);
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private int count(int bytes, int result) {
      left -= bytes;
      if (left < 0) {
        throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
      }
      return result;
    }
  }
}
