package org.sparekey.application.adapter.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;

/**
 * The developer profile shows every mail to everybody, so nobody but this machine may reach it. The
 * listener is not ours to configure; but it can be knocked at from outside.
 */
final class LoopbackOnly {

  private static final int PATIENCE_MILLIS = 300;

  private LoopbackOnly() {}

  /** An address beyond loopback at which somebody answers on this port. */
  static Optional<InetAddress> open(int port) {
    return addressesBeyondLoopback().stream().filter(address -> answers(address, port)).findFirst();
  }

  private static List<InetAddress> addressesBeyondLoopback() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLoopbackAddress())
          .toList();
    } catch (SocketException e) {
      return List.of();
    }
  }

  private static boolean answers(InetAddress address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
