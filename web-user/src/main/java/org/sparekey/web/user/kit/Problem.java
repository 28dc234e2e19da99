package org.sparekey.web.user.kit;

/**
 * One line of the summary of what went wrong.
 *
 * @param field id of the input that it is about, empty when it is about the whole form
 * @param label the input's label, empty when there is none
 * @param text the message
 */
public record Problem(String field, String label, String text) {}
