// SPDX-License-Identifier: Apache-2.0

import java.sql.DriverManager;

/** H2: a table, an index, a recursive query. */
public class H2 {
  public static void main(String[] args) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:h2:mem:test");
        var statement = connection.createStatement()) {
      statement.execute("create table t(id int primary key, name varchar(20))");
      statement.execute("create index by_name on t(name)");
      for (int i = 0; i < 500; i++) {
        statement.execute("insert into t values (" + i + ", 'n" + i % 13 + "')");
      }
      String query =
          "with recursive r(n) as (select 1 union all select n + 1 from r where n < 9)"
              + " select n, count(id), max(name) from r left join t on mod(id, 10) = n group by n order by n";
      try (var rows = statement.executeQuery(query)) {
        while (rows.next()) {
          System.out.println(rows.getInt(1) + " " + rows.getInt(2) + " " + rows.getString(3));
        }
      }
    }
  }
}
