// SPDX-License-Identifier: Apache-2.0
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongSupplier;

/** H2 in memory: inserts, look-ups by key, a join with groups. */
public class Sql implements LongSupplier {

    @Override
    public long getAsLong() {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table customer(id int primary key, name varchar(40))");
            statement.execute("create table sale(id int primary key, customer int, amount int)");
            statement.execute("create index by_customer on sale(customer)");
            fill(connection, "insert into customer values(?, 'customer ' || ?)", 500, 500);
            fill(connection, "insert into sale values(?, ?, 7)", 10_000, 500);
            return lookUp(connection) + join(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(Connection connection, String sql, int rows, int customers)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < rows; i++) {
                insert.setInt(1, i);
                insert.setInt(2, i % customers);
                insert.executeUpdate();
            }
        }
    }

    private static long lookUp(Connection connection) throws SQLException {
        long sum = 0;
        String sql = "select amount, customer from sale where id = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < 20_000; i++) {
                query.setInt(1, i % 10_000);
                try (ResultSet result = query.executeQuery()) {
                    while (result.next()) {
                        sum += result.getInt(1) + result.getInt(2);
                    }
                }
            }
        }
        return sum;
    }

    private static long join(Statement statement) throws SQLException {
        String sql =
                "select c.name, sum(s.amount), count(*) from customer c join sale s"
                        + " on s.customer = c.id where s.id % 3 <> 0 group by c.name order by c.name";
        long sum = 0;
        for (int i = 0; i < 10; i++) {
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    sum += result.getLong(2) + result.getString(1).length();
                }
            }
        }
        return sum;
    }
}
