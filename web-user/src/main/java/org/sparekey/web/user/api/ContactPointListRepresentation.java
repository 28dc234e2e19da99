package org.sparekey.web.user.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The contact points of the owner. */
@Schema(
    name = "ContactPointList",
    requiredProperties = {"contactPoints"})
public record ContactPointListRepresentation(List<ContactPointRepresentation> contactPoints) {}
