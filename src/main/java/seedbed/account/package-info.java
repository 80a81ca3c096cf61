/// Accounts of people and programs: who they are, their passwords, how they are opened and closed.
@NullMarked
package seedbed.account;

import org.jspecify.annotations.NullMarked;
