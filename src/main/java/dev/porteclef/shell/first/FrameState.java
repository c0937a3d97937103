package dev.porteclef.shell.first;

import jakarta.servlet.http.HttpServletRequest;

/// What stands around a page besides what its address says.
public interface FrameState {

    /// Equal to an earlier one where `request` would see the same around a page.
    Object of(HttpServletRequest request);
}
