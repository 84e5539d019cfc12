// SPDX-License-Identifier: Apache-2.0
// The towers of Hanoi: a large problem solved by two smaller ones and one move.
// Watch: 5 discs need 31 moves; every disc more doubles the numbers.
public class Hanoi {

    public static void main(String[] args) {
        move(5, 'A', 'C', 'B');                                              // 1
    }

    static void move(int discs, char from, char to, char spare) {
        if (discs > 0) {                                                     // 63
            move(discs - 1, from, spare, to);                                // 31
            System.out.println("disc " + discs + ": " + from + " -> " + to); // 31
            move(discs - 1, spare, to, from);                                // 31
        }
    }
}
