package seedbed.evidence.content;

/// What looking at one file has cost so far, and the point at which it is enough.
final class Effort {

  private final FileLimits limits;
  private long inflated;
  private long part;
  private long partLimit;

  Effort(FileLimits limits) {
    this.limits = limits;
  }

  FileLimits limits() {
    return limits;
  }

  /// Bytes that came out of compressed parts.
  long inflated() {
    return inflated;
  }

  /// A part begins.
  ///
  /// @param compressed what it really takes in the file
  void begin(long compressed, long ceiling) {
    part = 0;
    partLimit =
        Math.min(ceiling, Math.max(FileLimits.RATIO_EXEMPT_BYTES, compressed * FileLimits.RATIO));
  }

  void inflated(int count) throws FileRefused {
    inflated += count;
    part += count;
    if (inflated > limits.unpackedBytes() || part > partLimit) {
      throw new FileRefused("文件展开后远大于文件本身，像是压缩炸弹，没有受理。请删除多余的图片和空白内容，另存后再上传。");
    }
  }
}
