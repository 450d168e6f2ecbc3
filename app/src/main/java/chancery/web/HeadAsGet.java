package chancery.web;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Answers `HEAD` as `GET` would, without the body, which the connection leaves out: programs that look after links
/// hear of a paper that is gone. The desk is not entered so; its link works once.
final class HeadAsGet extends Handler.Wrapper {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var head = request.getMethod().equals("HEAD") && !Request.getPathInContext(request).startsWith("/desk/");
        return super.handle(head ? new Got(request) : request, response, callback);
    }

    private static final class Got extends Request.Wrapper {
        Got(Request head) {
            super(head);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
