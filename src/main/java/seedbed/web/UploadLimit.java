package seedbed.web;

/// How much the files of one form may hold together; answered by whoever takes them in. Pages hand
/// it to the browser, which says of what is too large before it is sent.
public interface UploadLimit {

  int fileMegabytes();
}
