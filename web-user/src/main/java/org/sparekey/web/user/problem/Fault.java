package org.sparekey.web.user.problem;

/**
 * What is wrong with one member of a request.
 *
 * @param pointer the member, as a JSON pointer in a URI fragment: {@code #/device}
 * @param reason stable code
 */
public record Fault(String pointer, String reason) {}
