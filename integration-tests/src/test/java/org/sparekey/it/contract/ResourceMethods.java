package org.sparekey.it.contract;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The resource methods that are really in the code of the two portals. */
final class ResourceMethods {

  private ResourceMethods() {}

  /**
   * All of them, as {@code GET /session}.
   *
   * @param witnesses a class of each module
   */
  static Set<String> of(Class<?>... witnesses) throws IOException {
    Set<String> methods = new TreeSet<>();
    for (Class<?> witness : witnesses) {
      for (String name : classesBeside(witness)) {
        addMethods(resource(name, witness.getClassLoader()), methods);
      }
    }
    return methods;
  }

  private static void addMethods(Class<?> type, Set<String> methods) {
    Path root = type.getAnnotation(Path.class);
    if (root == null) {
      return;
    }
    for (Method method : type.getDeclaredMethods()) {
      httpMethod(method)
          // there only to refuse it, where JAX-RS would answer it by the GET
          .filter(verb -> !verb.equals(HttpMethod.HEAD))
          .ifPresent(
              verb -> {
                Path more = method.getAnnotation(Path.class);
                String path = "/" + root.value() + "/" + (more == null ? "" : more.value());
                methods.add(verb + " " + path.replaceAll("/+", "/").replaceAll("/$", ""));
              });
    }
  }

  private static Optional<String> httpMethod(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        return Optional.of(verb.value());
      }
    }
    return Optional.empty();
  }

  private static Class<?> resource(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> classesBeside(Class<?> witness) throws IOException {
    java.nio.file.Path home;
    try {
      home =
          java.nio.file.Path.of(
              witness.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
    if (Files.isDirectory(home)) {
      return names(home);
    }
    try (FileSystem jar = FileSystems.newFileSystem(home)) {
      return names(jar.getPath("/"));
    }
  }

  private static List<String> names(java.nio.file.Path root) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<java.nio.file.Path> files = Files.walk(root)) {
      files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith("Resource.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .forEach(names::add);
    }
    return names;
  }
}
