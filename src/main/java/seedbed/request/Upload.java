package seedbed.request;

import java.io.InputStream;

/// A file that somebody sends along.
///
/// @param place of its field in the form, counted from 1
public record Upload(int place, String name, InputStream bytes) {}
