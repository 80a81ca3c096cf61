package seedbed.figure;

import org.jspecify.annotations.Nullable;

/// Where a figure comes from: a document, and the page, line or wording in it.
public record Source(String document, @Nullable String page) {

  public Source {
    document = document.strip();
    if (document.isEmpty()) {
      throw new IllegalArgumentException("填报值应写明来源文件。");
    }
  }
}
