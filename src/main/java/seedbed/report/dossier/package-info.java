/// One company, one dossier: everything about a company on one page, as Word and as PDF, as of any
/// day and as far as its reader may see it; and those of a town or portfolio in one file.
@NullMarked
package seedbed.report.dossier;

import org.jspecify.annotations.NullMarked;
