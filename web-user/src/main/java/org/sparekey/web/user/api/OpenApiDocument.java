package org.sparekey.web.user.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.SiteView;

/**
 * The OpenAPI document at {@code /api/v1/openapi}. The platform makes one from the annotations and
 * serves it at an address that is closed to the public; this one is the same, put right by {@link
 * OpenApiFinish}.
 */
public class OpenApiDocument extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String MADE_BY_PLATFORM = "/openapi";

  @Inject transient SiteView site;

  private volatile byte @Nullable [] document;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    byte[] json = document;
    if (json == null) {
      json = make(request, response);
      document = json;
    }
    response.setContentType(MediaType.APPLICATION_JSON);
    response.setContentLength(json.length);
    response.getOutputStream().write(json);
  }

  private byte[] make(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    RequestDispatcher platform = request.getRequestDispatcher(MADE_BY_PLATFORM);
    Kept kept = new Kept(response);
    platform.forward(new PlainGet(request), kept);
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(kept.bytes()))) {
      return new OpenApiFinish(site.baseUrl())
          .finish(reader.readObject())
          .toString()
          .getBytes(UTF_8);
    }
  }

  /** A GET that asks for JSON, whatever the client asked for. */
  private static final class PlainGet extends HttpServletRequestWrapper {

    PlainGet(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return "GET";
    }

    @Override
    public @Nullable String getQueryString() {
      return null;
    }

    @Override
    public @Nullable String getHeader(String name) {
      return name.equalsIgnoreCase(HttpHeaders.ACCEPT) ? MediaType.APPLICATION_JSON : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      String value = getHeader(name);
      return value == null
          ? Collections.emptyEnumeration()
          : Collections.enumeration(Collections.singleton(value));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      return Collections.enumeration(Collections.singleton(HttpHeaders.ACCEPT));
    }
  }

  /** Keeps what is written instead of sending it. */
  private static final class Kept extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(bytes, UTF_8));
    private final ServletOutputStream stream =
        new ServletOutputStream() {
          @Override
          public void write(int b) {
            bytes.write(b);
          }

          @Override
          public boolean isReady() {
            return true;
          }

          @Override
          public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
          }
        };

    Kept(HttpServletResponse response) {
      super(response);
    }

    byte[] bytes() {
      writer.flush();
      return bytes.toByteArray();
    }

    @Override
    public ServletOutputStream getOutputStream() {
      return stream;
    }

    @Override
    public PrintWriter getWriter() {
      return writer;
    }

    @Override
    public void flushBuffer() {
      // nothing goes out
    }

    @Override
    public void setStatus(int status) {
      // the outer answer has its own
    }

    @Override
    public void setHeader(String name, String value) {
      // the outer answer has its own
    }

    @Override
    public void addHeader(String name, String value) {
      // the outer answer has its own
    }

    @Override
    public void setContentLength(int length) {
      // the outer answer has its own
    }

    @Override
    public void setContentLengthLong(long length) {
      // the outer answer has its own
    }

    @Override
    public void setContentType(String type) {
      // the outer answer has its own
    }
  }
}
