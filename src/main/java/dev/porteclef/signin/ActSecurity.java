package dev.porteclef.signin;

import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.expression.EvaluationContext;
import org.springframework.security.access.expression.method.DefaultMethodSecurityExpressionHandler;
import org.springframework.security.access.expression.method.MethodSecurityExpressionHandler;
import org.springframework.security.core.Authentication;

/// The guard of the services asks what a person may do now. This is where it is decided, also for work beside requests
/// and for pages that are drawn anew by push, which no filter sees.
@Configuration(proxyBeanMethods = false)
class ActSecurity {

    @Bean
    static MethodSecurityExpressionHandler acts(ObjectProvider<FreshRoles> roles) {
        return new DefaultMethodSecurityExpressionHandler() {
            @Override
            public EvaluationContext createEvaluationContext(
                    Supplier<? extends Authentication> held, MethodInvocation act) {
                return super.createEvaluationContext(() -> roles.getObject().refreshed(held.get()), act);
            }
        };
    }
}
