package org.sparekey.application.recovery;

/**
 * How far the recovery contacts are, as the browser that started sees it: numbers, no names.
 *
 * @param proofFirst another proof must be given before they can be asked; nothing else is told then
 *     (attacks row 16)
 * @param enough whether so many people can vouch now as are needed
 * @param asked whether mails are out
 * @param vouched how many of their codes were typed
 * @param needed how many must be
 */
public record AskedContactsView(
    boolean proofFirst, boolean enough, boolean asked, int vouched, int needed) {}
