package org.sparekey.web.user.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What one server on the loopback needs.
 *
 * @param payaraMicro the runnable Payara Micro jar
 * @param war the war to deploy at the root of the host
 * @param workDirectory emptied at each start: log, temporary files, preboot commands
 * @param dataDirectory where the embedded database and the keys live; kept from start to start
 * @param port 1 to 65535; every listener is bound to the loopback
 * @param jvmOptions options of the server's JVM, system properties excluded
 * @param configuration Sparekey's own configuration, key to value
 */
public record ServerSettings(
    Path payaraMicro,
    Path war,
    Path workDirectory,
    Path dataDirectory,
    int port,
    List<String> jvmOptions,
    Map<String, String> configuration) {

  public ServerSettings {
    jvmOptions = List.copyOf(jvmOptions);
    configuration = Map.copyOf(configuration);
  }
}
