package org.sparekey.web.user.kit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The addresses of the kit's own files, with a fingerprint so that browsers may keep them. */
@ApplicationScoped
public class Assets {

  @Inject ServletContext context;

  private final Map<String, String> addresses = new ConcurrentHashMap<>();

  /** The address of a file in resources/sparekey, e.g. {@code sparekey.css}. */
  public String address(String file) {
    return addresses.computeIfAbsent(file, this::fingerprinted);
  }

  private String fingerprinted(String file) {
    String path = "/resources/sparekey/" + file;
    try (InputStream content = context.getResourceAsStream(path)) {
      if (content == null) {
        throw new IllegalArgumentException("no such asset: " + path);
      }
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
      return context.getContextPath() + path + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
