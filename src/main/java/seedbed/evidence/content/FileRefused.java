package seedbed.evidence.content;

/// A file that is not taken; the sentence says what was found, where, and what to do instead.
public final class FileRefused extends Exception {

  private static final long serialVersionUID = 1L;

  public FileRefused(String sentence) {
    super(sentence, null, false, false);
  }

  public FileRefused(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
