/// When customers are reminded: at changes of their keys, by a daily round, and in a calendar of their own.
/// Uses `key` for what there is to remind of, `mail` for writing.
@NullMarked
package dev.porteclef.reminder;

import org.jspecify.annotations.NullMarked;
