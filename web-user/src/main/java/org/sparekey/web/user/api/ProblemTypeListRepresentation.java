package org.sparekey.web.user.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All types of problem. */
@Schema(
    name = "ProblemTypeList",
    requiredProperties = {"types"})
public record ProblemTypeListRepresentation(List<ProblemTypeRepresentation> types) {}
