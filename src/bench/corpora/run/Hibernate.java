// SPDX-License-Identifier: Apache-2.0

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.cfg.Configuration;

/** Hibernate on H2: rows are stored, queried, changed and counted. */
public class Hibernate {
  @Entity(name = "Fruit")
  public static class Fruit {
    @Id @GeneratedValue public Long id;
    public String name;
    public int weight;

    public Fruit() {}

    Fruit(String name, int weight) {
      this.name = name;
      this.weight = weight;
    }
  }

  public static void main(String[] args) {
    Logger.getLogger("org.hibernate").setLevel(Level.OFF);
    var configuration =
        new Configuration()
            .addAnnotatedClass(Fruit.class)
            .setProperty("hibernate.connection.url", "jdbc:h2:mem:fruit")
            .setProperty("hibernate.hbm2ddl.auto", "create");
    try (var factory = configuration.buildSessionFactory()) {
      factory.inTransaction(
          session -> {
            for (int i = 0; i < 50; i++) {
              session.persist(new Fruit("fruit " + i % 7, i));
            }
          });
      factory.inTransaction(
          session -> session.createMutationQuery("delete from Fruit where weight < 10").executeUpdate());
      String query = "select f.name, count(f), sum(f.weight) from Fruit f group by f.name order by f.name";
      factory.inSession(
          session -> {
            for (Object[] row : session.createSelectionQuery(query, Object[].class).list()) {
              System.out.println(row[0] + " " + row[1] + " " + row[2]);
            }
          });
    }
  }
}
