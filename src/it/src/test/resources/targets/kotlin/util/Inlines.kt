// SPDX-License-Identifier: Apache-2.0
package util

inline fun <T> timed(
    name: String,
    block: () -> T,
): T {
    println("begin $name") // 3
    try {
        return block() // 3
    } finally {
        println("end $name") // 3
    }
}

inline fun sumOf(values: IntArray, transform: (Int) -> Int): Int {
    var sum = 0 // 2
    for (value in values) { // 7 (5)
        sum += transform(value) // 5
    }
    return sum // 2
}

fun doubled(x: Int) = sumOf(intArrayOf(x, x)) { it } // 1 λ2

class Box(val content: Int) {
    inline fun use(action: (Int) -> Unit) = action(content) // 2
}
