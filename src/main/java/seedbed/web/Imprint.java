package seedbed.web;

/// What official papers carry at their foot besides the page number.
public interface Imprint {

  String line();
}
