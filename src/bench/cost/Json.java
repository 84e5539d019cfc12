// SPDX-License-Identifier: Apache-2.0
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Jackson: objects written as JSON and read again, as objects and as a tree. */
public class Json implements LongSupplier {

    /** What is written. */
    public static class Order {
        public int number;
        public String customer;
        public boolean paid;
        public List<Item> items = new ArrayList<>();
    }

    /** A part of it. */
    public static class Item {
        public String name;
        public double price;
        public int[] sizes;
    }

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public long getAsLong() {
        long sum = 0;
        try {
            for (int i = 0; i < 60; i++) {
                String text = mapper.writeValueAsString(orders(i));
                sum += mapper.readValue(text, Order[].class).length;
                JsonNode tree = mapper.readTree(text);
                sum += tree.get(3).get("items").size() + mapper.writeValueAsBytes(tree).length;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return sum;
    }

    private static List<Order> orders(int seed) {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Order order = new Order();
            order.number = seed + i;
            order.customer = "customer \"" + i + "\" of the \u00e4ldest kind";
            order.paid = i % 3 == 0;
            for (int j = 0; j < 5; j++) {
                Item item = new Item();
                item.name = "item " + j;
                item.price = i * 1.25 + j;
                item.sizes = new int[] {i, j, seed};
                order.items.add(item);
            }
            orders.add(order);
        }
        return orders;
    }
}
