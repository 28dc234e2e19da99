package org.sparekey.web.user.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The factors of the owner. */
@Schema(
    name = "FactorList",
    requiredProperties = {"factors"})
public record FactorListRepresentation(List<FactorRepresentation> factors) {}
