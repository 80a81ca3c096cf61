package seedbed.figure;

/// A figure that somebody has to answer for, with the company it is about.
///
/// @param contested whether another source that stands says something else
record WaitingFigure(
    Figure figure, String company, String region, boolean demo, boolean contested) {}
