package org.sparekey.application.signin;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sparekey.application.Transactions;
import org.sparekey.application.adapter.contact.JakartaMailAddresses;
import org.sparekey.application.adapter.contact.LibPhoneNumbers;
import org.sparekey.application.adapter.crypto.EcdsaSignatures;
import org.sparekey.application.adapter.password.LibraryPasswordQuality;
import org.sparekey.application.adapter.totp.JavaOtpTotp;
import org.sparekey.application.adapter.totp.ZxingQrCode;
import org.sparekey.application.adapter.webauthn.LibraryWebAuthn;
import org.sparekey.application.delivery.BundledNotices;
import org.sparekey.application.memory.Memory;
import org.sparekey.application.port.House;

/** Wires use cases by their constructors, as the container does, on the twins of an empty site. */
public final class Wiring {

  /** Without state, and slow to make. */
  private static final List<Object> SHARED =
      List.of(
          new ZxingQrCode(),
          new EcdsaSignatures(),
          new LibraryPasswordQuality(),
          new JakartaMailAddresses(),
          new LibPhoneNumbers());

  public final Memory memory;
  private final Map<Class<?>, Object> pieces = new LinkedHashMap<>();

  public Wiring() {
    this(new Memory());
  }

  /** The same on the twins of a site that is furnished already. */
  public Wiring(Memory memory) {
    this(memory, Optional.empty());
  }

  /** The same on another storage, each use case in a transaction of its own. */
  public Wiring(House house) {
    this(new Memory(), Optional.of(house));
  }

  private Wiring(Memory memory, Optional<House> storage) {
    this.memory = memory;
    storage.ifPresent(this::putAllOf);
    for (Field field : Memory.class.getFields()) {
      Object piece = read(field);
      pieces.putIfAbsent(piece.getClass(), piece);
    }
    put(
        new Transactions() {
          @Override
          public <T> T inOne(Supplier<T> work) {
            return memory.transactions.inTransaction(work);
          }
        });
    put(new JavaOtpTotp(memory.random));
    put(new LibraryWebAuthn(memory.settings));
    SHARED.forEach(this::put);
    put(
        new BundledNotices(
            memory.contactPoints, memory.outbox, memory.settings, memory.ids, memory.clock));
  }

  /** What stands behind the ports of storage; the first piece of a kind wins. */
  private void putAllOf(House house) {
    put(house.clock());
    put(house.ids());
    for (Method port : House.class.getMethods()) {
      if (port.getReturnType().getPackageName().equals(House.class.getPackageName())
          && !Modifier.isStatic(port.getModifiers())) {
        try {
          put(port.invoke(house));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    put(
        new BundledNotices(
            house.contactPoints(), house.outbox(), memory.settings, house.ids(), house.clock()));
    put(
        new Transactions() {
          @Override
          public <T> T inOne(Supplier<T> work) {
            return house.inTransaction(work);
          }
        });
  }

  private Object read(Field field) {
    try {
      return field.get(memory);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes this piece wherever something of its kind is asked for; the first one wins. */
  public void put(Object piece) {
    pieces.put(piece.getClass(), piece);
  }

  /** The bean of this class; made when it is asked for the first time. */
  public synchronized <T> T get(Class<T> type) {
    for (Object piece : new ArrayList<>(pieces.values())) {
      if (type.isInstance(piece)) {
        return type.cast(piece);
      }
    }
    Constructor<?>[] constructors = type.getDeclaredConstructors();
    if (type.isInterface() || constructors.length != 1) {
      throw new IllegalStateException("nothing stands behind " + type.getName());
    }
    List<Object> arguments = new ArrayList<>();
    for (Class<?> parameter : constructors[0].getParameterTypes()) {
      arguments.add(get(parameter));
    }
    try {
      constructors[0].setAccessible(true);
      T made = type.cast(constructors[0].newInstance(arguments.toArray()));
      put(made);
      return made;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
