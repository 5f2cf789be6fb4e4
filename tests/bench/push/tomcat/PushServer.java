// SPDX-License-Identifier: GPL-3.0-or-later
// A notice over HTTP becomes a push over a WebSocket, with a servlet and an endpoint in Tomcat.
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpoint;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

public class PushServer {
    static final Map<String, Session> waiters = new ConcurrentHashMap<>();
    static final Pattern create = Pattern.compile("\"action\":\"create\",\"outTradeNo\":\"([^\"]*)\"");

    @ServerEndpoint("/websocket/myHandler")
    public static class Endpoint {
        @OnMessage
        public void onMessage(String message, Session session) throws IOException {
            Matcher matcher = create.matcher(message);
            if (matcher.find())
                waiters.put(matcher.group(1), session);
            else
                session.getBasicRemote().sendText("{\"result\":0,\"info\":\"unknown action\"}");
        }

        @OnError
        public void onError(Throwable error) {
        }
    }

    public static class Notice extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String key = request.getParameter("outTradeNo");
            Session waiter = waiters.get(key);
            if (waiter != null) {
                synchronized (waiter) {
                    waiter.getBasicRemote().sendText("{\"result\":1,\"info\":\"ok\",\"now\":" + System.currentTimeMillis()
                        + ",\"outTradeNo\":\"" + key + "\"}");
                }
            }
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter().print("支付成功");
        }
    }

    public static void main(String[] args) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(args[1]);
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(Integer.parseInt(args[0]));
        var connector = tomcat.getConnector();
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxConnections", "20000");
        connector.setProperty("acceptCount", "4096");
        connector.setProperty("maxKeepAliveRequests", "-1");
        Context context = tomcat.addContext("", new File(args[1]).getAbsolutePath());
        Tomcat.addServlet(context, "notice", new Notice());
        context.addServletMappingDecoded("/", "notice"); // the WebSocket filter is only asked where a servlet is
        context.addServletContainerInitializer((classes, servletContext) -> {
            new WsSci().onStartup(null, servletContext);
            try {
                ((ServerContainer) servletContext.getAttribute(ServerContainer.class.getName())).addEndpoint(Endpoint.class);
            } catch (jakarta.websocket.DeploymentException error) {
                throw new IllegalStateException(error);
            }
        }, null);
        tomcat.start();
        tomcat.getServer().await();
    }
}
