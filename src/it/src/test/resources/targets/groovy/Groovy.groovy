// SPDX-License-Identifier: Apache-2.0
// Groovy gives no line to fields' initialisers, to catch and to the further lines of a call.
import groovy.transform.CompileStatic

enum Light {
    RED,
    GREEN
}

class Square {
    int side
}

class Counter {
    int value // *

    Counter(int start) {
        value = start // 2
        value++ // 2
    }

    Counter() {
        this(10) // 1
        value += 5 // 1
    }

    int next() {
        ++value // 3
    }
}

class Account {
    int balance = 100

    boolean isRich() {
        balance > 100 // 2
    }
}

class Groovy {
    static int size = [1, 2, 3].size() // 1

    static int loops() {
        int sum = 0 // 1
        for (int i = 0; i < 10; i++) { // 11 (10)
            sum += i // 10
        }
        for (name in ['a', 'b', 'c']) { // 4 (3)
            sum += name.length() // 3
        }
        for (i in 1..3) { // 4 (3)
            sum += i // 3
        }
        while (sum > 50) { // 5 (4)
            sum -= 1 // 4
        }
        3.times { sum += it } // 1 λ3
        sum // 1
    }

    static String describe(Object value) {
        switch (value) { // 6
            case null: // *
                return 'nothing' // 1
            case String: // *
                return "text ${value.length()}" // 1
            case 1..9: // *
                return 'digit' // 1
            case Square: // *
                return "square ${value.side}" // 1
            case Integer: // *
                return 'number' // 1
            default:
                return 'other' // 1
        }
    }

    static int colour(Light light) {
        light == Light.RED ? 1 : 2 // 3
    }

    static String greet(String name, String greeting = 'Hello', int times = 2) {
        greeting + name + times // 3
    }

    static int tries(boolean fail) {
        try {
            if (fail) { // 2
                throw new IllegalStateException('no') // 1
            }
            return 1 // 1
        } catch (IllegalStateException e) {
            println e.message // 1
            return 2 // 1
        } finally {
            println 'finally' // 2
        }
    }

    static int index(int[] array) {
        array[5] = 1 // 1
        0 // 0
    }

    static int lambdas() {
        int total = 0 // 1
        [1, 2, 3].each { total += it } // 1 λ3
        def big = [1, 2, 3] // 1
            .collect { it + 1 } // 3
            .findAll { it > 2 } // 3
        big.each { // 1
            total += it // 2
        }
        def add = { int x -> x + total } // 1 λ2
        total += add(1) // 1
        total += add.call(2) // 1
        Runnable later = { // 1
            total += 1 // 2
        }
        later.run() // 1
        later.run() // 1
        def lambda = (int x) -> x * 2 // 1 λ1
        total += lambda(1) // 1
        total // 1
    }

    @CompileStatic
    static int typed(int n) {
        int sum = 0 // 1
        for (int i = 0; i < n; i++) { // 6 (5)
            if (i % 2 == 0) { // 5
                sum += i // 3
            }
        }
        [1, 2].each { int it -> sum += it } // 1 λ2
        return sum // 1
    }

    static int factorial(int n) {
        n <= 1 ? 1 : n * factorial(n - 1) // 5
    }

    static int threads() {
        def workers = (1..4).collect { // 1
            new Thread({ // 4
                for (int i = 0; i < 1000; i++) { // 4004 (4000)
                    Math.abs(i) // 4000
                }
            })
        }
        workers*.start() // 1
        for (worker in workers) { // 5 (4)
            worker.join() // 4
        }
        workers.count { it.alive } // 1 λ4
    }

    static void main(String[] args) {
        println size // 1
        println new Counter(3).next() // 1
        def counter = new Counter() // 1
        println counter.next() + counter.next() // 1
        def account = new Account() // 1
        if (account.rich) println 'rich' // 1
        account.balance = 500 // 1
        if (account.rich) println 'rich' // 1
        println loops() // 1
        for (value in [null, 'text', 5, new Square(side: 4), 77, 1.5]) { // 7 (6)
            println describe(value) // 6
        }
        println colour(Light.RED) + colour(Light.RED) + colour(Light.GREEN) // 1
        println greet('a') + greet('b', 'Bye') + greet('c', 'Hi', 3) // 1
        println tries(false) + tries(true) // 1
        try {
            index(new int[3]) // 1
        } catch (IndexOutOfBoundsException e) {
            println 'index' // 1
        }
        println lambdas() // 1
        println typed(5) // 1
        println factorial(5) // 1
        println threads() // 1
    }
}
