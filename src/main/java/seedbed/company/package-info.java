/// Companies, their credit codes and regions, and the titles and pool places they hold.
@NullMarked
package seedbed.company;

import org.jspecify.annotations.NullMarked;
