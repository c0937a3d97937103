/// What staff can do with a customer's key and what nobody can: one list, to which the services that staff use are
/// bound, and which customers can read.
@NullMarked
package dev.porteclef.policy;

import org.jspecify.annotations.NullMarked;
