package org.sparekey.application.adapter.jpa;

import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Lets EclipseLink write null into a column for ids: it would call it a text, which PostgreSQL
 * refuses.
 */
public final class NullIds implements SessionCustomizer {

  @Override
  public void customize(Session session) {
    for (ClassDescriptor descriptor : session.getDescriptors().values()) {
      for (DatabaseMapping mapping : descriptor.getMappings()) {
        if (mapping instanceof AbstractDirectMapping direct && isId(descriptor, direct)) {
          direct.getField().setSqlType(Types.OTHER);
        }
      }
    }
  }

  private static boolean isId(ClassDescriptor descriptor, AbstractDirectMapping mapping) {
    try {
      return descriptor.getJavaClass().getDeclaredField(mapping.getAttributeName()).getType()
          == UUID.class;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }
}
