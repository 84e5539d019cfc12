// SPDX-License-Identifier: Apache-2.0

/** What every agent's start is measured with. */
public class Hello {
    public static void main(String[] args) {
        System.out.println("Hello, world");
    }
}
