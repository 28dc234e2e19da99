package org.sparekey.web.user.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A binding code that was scanned or typed. */
@Schema(
    name = "BindingCode",
    requiredProperties = {"code"})
public record BindingCodeRequest(
    @Schema(
            description = "24 letters and digits; blanks, hyphens and case do not matter",
            example = "7K3M-9QPX-W2TN-4RVB-8HDE-6FJC")
        String code) {

  /** Without the code. */
  @Override
  public String toString() {
    return "BindingCodeRequest[redacted]";
  }
}
