// SPDX-License-Identifier: Apache-2.0
// Expected numbers as in the targets for Java. What Kotlin's class files cannot tell: the rounds of
// loops with a step or over 1..n, as their condition is a do … while's; that List(4) { } is no loop.

import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield
import util.Box
import util.doubled
import util.sumOf
import util.timed

enum class Light {
    RED, // 1
    GREEN, // 1
}

sealed interface Shape

data class Square(val side: Int) : Shape

data class Circle(
    val radius: Int,
) : Shape

object Config {
    val size = listOf(1, 2, 3).size // 1
}

class Counter(start: Int) {
    var value = start // 2

    init {
        value++ // 2
    }

    constructor() : this(10) { // 1
        value += 5 // 1
    }

    fun next(): Int = ++value // 3
}

class Account {
    var balance = 0
        set(value) {
            require(value >= 0) { "negative" } // 3 λ1
            field = value // 2
        }

    val rich get() = balance > 100 // 2

    lateinit var owner: String

    fun signed(): String {
        owner = "Ann" // 1
        println(owner) // 1
        return owner // 1
    }

    val id by lazy { 7 } // 1 λ1

    companion object {
        fun open(): Account {
            return Account() // 1
        }
    }
}

fun loops(): Int {
    var sum = 0 // 1
    for (i in 0 until 10) { // 11 (10)
        sum += i // 10
    }
    for (i in 10 downTo 1 step 3) { // 5
        sum += i // 4
    }
    for (name in listOf("a", "b", "c")) { // 4 (3)
        sum += name.length // 3
    }
    for ((index, value) in intArrayOf(4, 5).withIndex()) { // 3 (2)
        sum += index * value // 2
    }
    while (sum > 60) { // *
        sum -= 10 // *
    }
    var rounds = 0 // 1
    do {
        rounds++ // 5
    } while (rounds < 5) // 5 (5)
    return sum + rounds // 1
}

fun describe(value: Any?): String =
    when (value) { // 6
        null -> "nothing" // 6
        is String -> "text " + value.length // 5
        in 1..9 -> "digit" // 4
        is Square -> "square ${value.side}" // 3
        is Int -> // 2
            "number" // 1
        else -> "else" // 1
    }

fun word(name: String): Int {
    when (name) { // 4
        "one" -> return 1 // 1
        "two", "three" -> { // 2?
            println(name) // 2
        }
        else -> println("?") // 1
    }
    return 0 // 3
}

fun colour(light: Light): Int =
    when (light) { // 3
        Light.RED -> 1 // 2
        Light.GREEN -> 2 // 1
    }

fun greet(
    name: String,
    greeting: String = "Hello".lowercase(), // 1
    times: Int = greeting.length, // 2
): String {
    return greeting + name + times // 3
}

fun safe(text: String?): Int {
    val length = text?.length // 2
        ?: return -1 // 1
    return length // 1
}

fun orElse(text: String?): String =
    text // 2
        ?: "" // 1

fun tries(fail: Boolean): Int {
    try {
        if (fail) { // 2
            throw IllegalStateException("no") // 1
        }
        return 1 // 1
    } catch (e: IllegalStateException) { // 1
        println(e.message) // 1
        return 2 // 1
    } finally {
        println("finally") // 2
    }
}

fun index(array: IntArray): Int {
    array[5] = 1 // 1
    return 0 // 0
}

inline fun measured(label: String, block: () -> Int): Int {
    println("before $label") // 3
    val result = block() // 3
    println("after $label") // 3
    return result // 3
}

inline fun repeated(times: Int, action: (Int) -> Unit) {
    for (i in 0 until times) { // 4 (3)
        action(i) // 3
    }
}

fun inlined(): Int {
    val first = measured("a") { 1 } // 1 λ1
    val second = measured("b") { // 1
        first + 1 // 1
    }
    var sum = 0 // 1
    repeated(3) { // 1
        sum += it // 3
    }
    return sum + measured("c") { second } // 1 λ1
}

fun fromElsewhere(): Int {
    val one = timed("one") { 1 } // 1 λ1
    val sum = sumOf(intArrayOf(1, 2, 3)) { it * 2 } // 1 λ3
    val more = timed("more") { // 1
        timed("inner") { // 1
            sum + one // 1
        }
    }
    var content = 0 // 1
    Box(7).use { content += it } // 1 λ1
    Box(7).use { // 1
        content += it // 1
    }
    return more + content + doubled(2) // 1
}

fun lambdas(): Int {
    var total = 0 // 1
    listOf(1, 2, 3).forEach { total += it } // 1 λ3
    listOf(1, 2, 3) // 1
        .map { it + 1 } // 1 λ3
        .filter { it > 2 } // 1 λ3
        .forEach { // 1
            total += it // 2
        }
    val add: (Int) -> Int = { it + total } // 1 λ2
    total += add(1) // 1
    total += add(2) // 1
    val later = { // 1
        total += 1 // 2
    }
    later() // 1
    later() // 1
    return total // 1
}

tailrec fun gcd(a: Int, b: Int): Int {
    if (b == 0) return a // 4
    return gcd(b, a % b) // 3
}

fun factorial(n: Int): Int = if (n <= 1) 1 else n * factorial(n - 1) // 5

suspend fun answer(of: Int): Int {
    println("asked $of") // 3
    delay(20L * of * of) // 3
    println("awake") // 3
    return of * 2 // 3
}

suspend fun twice(): Int {
    var sum = 0 // 1
    for (i in 1..2) { // 3
        sum += answer(i) // 2
        yield() // 2
    }
    return sum // 1
}

fun coroutines(): Int =
    runBlocking { // 1
        val both = listOf(async { twice() }, async { answer(5) }) // 1 λ2
        both.awaitAll().sum() // 1
    }

fun threads(): Int {
    var alive = 0 // 1
    val workers = List(4) { // 5 (4)
        Thread { // 4
            for (i in 1..1000) { // 4004 (4000)
                Math.abs(i) // 4000
            }
        }
    }
    workers.forEach { it.start() } // 1 λ4
    for (worker in workers) { // 5 (4)
        worker.join() // 4
        if (worker.isAlive) alive++ // 4
    }
    return alive // 1
}

interface Sized {
    fun size(): Int
}

// Called directly on a string; as a Sized through a method that hands on.
@JvmInline
value class Name(val text: String) : Sized {
    override fun size(): Int {
        return text.length // 2
    }

    override fun toString(): String {
        return "<$text>" // 1
    }
}

fun sizeOf(sized: Sized): Int {
    return sized.size() // 1
}

class Kotlin {
    companion object {
        @JvmStatic
        fun main(args: Array<String>) {
            println(Config.size) // 1
            println(Counter(3).next()) // 1
            println(Counter().run { next() + next() }) // 1 λ1
            val account = Account.open() // 1
            account.balance = 50 // 1
            if (account.rich) println("rich") // 1
            account.balance = 500 // 1
            if (account.rich) println("rich") // 1
            try {
                account.balance = -1 // 1
            } catch (e: IllegalArgumentException) { // 1
                println(e.message) // 1
            }
            println(account.id + account.id) // 1
            println(loops()) // 1
            for (value in listOf(null, "text", 5, Square(4), 77, 1.5)) { // 7 (6)
                println(describe(value)) // 6
            }
            listOf("one", "two", "three", "four").forEach(::word) // 1 λ4
            println(colour(Light.RED) + colour(Light.RED) + colour(Light.GREEN)) // 1
            println(greet("a") + greet("b", "Bye") + greet("c", "Hi", 3)) // 1
            println(safe("abc") + safe(null)) // 1
            println(orElse("abc") + orElse(null)) // 1
            println(account.signed()) // 1
            println(tries(false) + tries(true)) // 1
            try {
                index(IntArray(3)) // 1
            } catch (e: IndexOutOfBoundsException) { // 1
                println("index") // 1
            }
            println(inlined()) // 1
            println(fromElsewhere()) // 1
            println(lambdas()) // 1
            println(gcd(12, 18)) // 1
            println(factorial(5)) // 1
            println(coroutines()) // 1
            println(threads()) // 1
            println(Name("one").size() + sizeOf(Name("three"))) // 1
            println(Name("one")) // 1
        }
    }
}
