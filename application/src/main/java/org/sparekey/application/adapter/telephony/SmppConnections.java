package org.sparekey.application.adapter.telephony;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;

/** Connects with a limit on the time it takes, and by TLS only to whom the certificate names. */
final class SmppConnections implements ConnectionFactory {

  private final boolean tls;
  private final int millis;

  SmppConnections(boolean tls, int millis) {
    this.tls = tls;
    this.millis = millis;
  }

  @Override
  public Connection createConnection(String host, int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, port), millis);
      return new SocketConnection(tls ? protectedBy(socket, host, port) : socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private Socket protectedBy(Socket plain, String host, int port) throws IOException {
    plain.setSoTimeout(millis);
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket secure = (SSLSocket) factory.createSocket(plain, host, port, true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }
}
