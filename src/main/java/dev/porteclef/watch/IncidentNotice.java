package dev.porteclef.watch;

import java.time.Instant;
import java.util.UUID;

/// What customers are told of a declared incident that lasts.
public record IncidentNotice(UUID id, Trouble trouble, Instant since, IncidentTexts texts) {}
