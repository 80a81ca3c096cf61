/// How a company enters a pool: its application, the township's first review, what departments
/// confirm, the office's decision, the public notice, and admission by a document.
@NullMarked
package seedbed.admission;

import org.jspecify.annotations.NullMarked;
