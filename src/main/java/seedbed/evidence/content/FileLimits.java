package seedbed.evidence.content;

/// How much of a file is looked at before it is refused, so that none can exhaust the server.
///
/// @param fileBytes the file as sent
/// @param unpackedBytes everything in it together, counted while it is inflated
/// @param entries parts of an archive or objects of a document's directory
/// @param depth of elements in markup
/// @param pixels of one picture
/// @param pages of one document
public record FileLimits(
    long fileBytes, long unpackedBytes, int entries, int depth, long pixels, int pages) {

  private static final long MEGABYTE = 1024L * 1024;

  /// A part may grow by this factor; small ones are exempt, empty sheets shrink very well.
  static final int RATIO = 200;

  static final long RATIO_EXEMPT_BYTES = 4 * MEGABYTE;

  /// What a PDF reader holds in memory to find its objects.
  static final long DIRECTORY_BYTES = 32 * MEGABYTE;

  public static FileLimits ofMegabytes(
      int file, int unpacked, int entries, int depth, int megapixels, int pages) {
    return new FileLimits(
        file * MEGABYTE, unpacked * MEGABYTE, entries, depth, megapixels * 1_000_000L, pages);
  }

  public long fileMegabytes() {
    return fileBytes / MEGABYTE;
  }
}
