package org.sparekey.domain.policy.analysis;

import org.sparekey.domain.policy.Access;
import org.sparekey.domain.policy.Channel;

/**
 * What the owner must still have to use a channel: a mailbox whose own sign-in asks the phone is
 * lost with the phone. Needs may go round in circles: two mailboxes that protect each other are
 * both there until one is lost.
 *
 * @param needed one of its alternatives must be left
 */
public record Need(Channel channel, Access needed) {}
