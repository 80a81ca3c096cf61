/// Importing companies and figures from spreadsheets: templates, checking, storing, progress.
@NullMarked
package seedbed.imports;

import org.jspecify.annotations.NullMarked;
