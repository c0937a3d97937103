package dev.porteclef.shell.first;

import org.apache.catalina.Context;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.stereotype.Component;

/// Lets [KeptAnswers] write what Flow has drawn: Tomcat forwards to Flow, and would let nobody write after that.
@Component
class OpenAnswers implements TomcatContextCustomizer {

    @Override
    public void customize(Context context) {
        context.setSuspendWrappedResponseAfterForward(false);
    }
}
