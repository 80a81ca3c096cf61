package seedbed.figure;

import org.jspecify.annotations.Nullable;

/// A figure that somebody has to answer for, with the company it is about.
///
/// @param contested whether another source that stands says something else
/// @param awaited whether an answer is still wanted
/// @param lastWord the newest answer, if anybody gave one
record WaitingFigure(
    Figure figure,
    String company,
    String region,
    boolean demo,
    boolean contested,
    boolean awaited,
    @Nullable Confirmation lastWord) {}
