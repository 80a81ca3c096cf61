/// The page frame that every feature uses: layout, forms, paging, errors, template helpers.
@NullMarked
package seedbed.web;

import org.jspecify.annotations.NullMarked;
