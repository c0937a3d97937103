/// People: accounts, roles, language preference.
@NullMarked
package dev.porteclef.account;

import org.jspecify.annotations.NullMarked;
