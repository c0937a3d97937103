package dev.porteclef.help.search;

import java.time.LocalDate;

/// What readers looked for in vain.
///
/// @param question the words of it that may be kept
/// @param times how often
public record MissedQuestion(String question, long times, LocalDate lastOn) {}
