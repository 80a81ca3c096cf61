package seedbed.access;

/// That a caller may do what a request asks, and how far it goes. A page or program method takes
/// it, or its [Scope] alone, as an argument.
public record Permission(Caller caller, Act act, Reach reach, Scope scope) {}
