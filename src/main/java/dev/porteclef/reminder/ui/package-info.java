/// The pages about reminders: what is wanted, what was sent, and the end of one kind.
@NullMarked
package dev.porteclef.reminder.ui;

import org.jspecify.annotations.NullMarked;
