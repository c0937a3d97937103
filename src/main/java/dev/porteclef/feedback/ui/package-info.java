/// What stands below an article: did it help?
@NullMarked
package dev.porteclef.feedback.ui;

import org.jspecify.annotations.NullMarked;
