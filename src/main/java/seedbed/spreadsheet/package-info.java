/// Spreadsheets in and out: recognising, bounding, reading, annotating and writing them.
@NullMarked
package seedbed.spreadsheet;

import org.jspecify.annotations.NullMarked;
