/// How people and programs get an account, change places and leave: invitations, lists, tokens,
/// handing over.
@NullMarked
package seedbed.enrolment;

import org.jspecify.annotations.NullMarked;
