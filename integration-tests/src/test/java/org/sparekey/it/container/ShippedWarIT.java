package org.sparekey.it.container;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.io.File;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sparekey.application.UseCase;

/**
 * The very war that ships, looked at from inside. One class: each costs a start of the server; what
 * can be seen from outside is tested from outside. AssertJ does not travel into the server; JUnit
 * does.
 */
@ExtendWith(ArquillianExtension.class)
class ShippedWarIT {

  @Inject BeanManager beans;

  @Deployment
  static WebArchive war() {
    return ShrinkWrap.createFromZipFile(
            WebArchive.class, new File(System.getProperty("it.target", "target"), "sparekey.war"))
        .addClass(ArquillianDoor.class);
  }

  @Test
  void makesEveryUseCase() {
    Set<Bean<?>> all = beans.getBeans(Object.class);
    List<Bean<?>> useCases =
        all.stream().filter(bean -> bean.getStereotypes().contains(UseCase.class)).toList();

    assertFalse(useCases.isEmpty(), "no use case was found");
    for (Bean<?> bean : useCases) {
      assertNotNull(
          beans.getReference(bean, bean.getBeanClass(), beans.createCreationalContext(bean)),
          bean.getBeanClass()::getName);
    }
  }
}
