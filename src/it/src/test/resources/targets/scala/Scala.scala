// SPDX-License-Identifier: Apache-2.0

enum Light:
  case Red, Green

sealed trait Shape

case class Square(side: Int) extends Shape

case class Circle(radius: Int) extends Shape

class Counter(start: Int):
  private var value = start // 2
  value += 1 // 2

  def this() =
    this(10) // 1
    value += 5 // 1

  def next(): Int =
    value += 1 // 3
    value // 3

object Config:
  val size: Int = List(1, 2, 3).size // 1
  lazy val late: Int = size * 2 // 1

class Account:
  var balance: Int = 100 // 1

  def rich: Boolean = balance > 100 // 2

class Scala

object Scala:
  def loops(): Int =
    var sum = 0 // 1
    while sum < 10 do // 11 (10)
      sum += 1 // 10
    var rounds = 0 // 1
    while
      rounds += 1 // 5
      rounds < 5 // 5 (5)
    do ()
    for i <- 0 until 3 do // 1
      sum += i // 3
    for
      i <- 1 to 2 // 1
      j <- 1 to 3 // 2
      if j > 1 // 6
    do sum += i * j // 4
    val doubled = for i <- List(1, 2, 3) yield i * 2 // 1 λ3
    sum + rounds + doubled.size // 1

  // The compiler tests for Int once, and gives constants no line.
  def describe(value: Any): String = value match // 6
    case null => "nothing" // 6
    case text: String => "text " + text.length // 5
    case Square(side) => s"square $side" // 4
    case n: Int if n > 9 => // 3
      "large" // 1?
    case _: Int => // 1
      "number" // 1?
    case _ => "other" // 1

  def colour(light: Light): Int = light match // 3
    case Light.Red => 1 // 3
    case Light.Green => 2 // 1

  def number(word: String): Int =
    word match // 3
      case "one" => 1 // 3
      case "two" => // 2
        2 // 1?
      case _ => 0 // 1

  def greet(
      name: String,
      greeting: String = "Hello".toLowerCase, // 1
      times: Int = 2 // 2
  ): String =
    greeting + name + times // 3

  def tries(fail: Boolean): Int =
    try
      if fail then // 2
        throw IllegalStateException("no") // 1
      1 // 1
    catch
      case e: IllegalStateException =>
        println(e.getMessage) // 1
        2 // 1
    finally println("finally") // 2

  def index(array: Array[Int]): Int =
    array(5) = 1 // 1
    0 // 0

  inline def measured(label: String)(inline block: Int): Int =
    println("before " + label) // 2
    val result = block
    println("after " + label) // 2
    result // 2

  def inlined(): Int =
    val first = measured("a")(1) // 1
    first + measured("b")(2) // 1

  def lambdas(): Int =
    var total = 0 // 1
    List(1, 2, 3).foreach(x => total += x) // 1 λ3
    List(1, 2, 3) // 1
      .map(_ + 1) // 1 λ3
      .filter(x => x > 2) // 1 λ3
      .foreach { x => // 1
        total += x // 2
      }
    val add = (x: Int) => x + total // 1 λ2
    total += add(1) // 1
    total += add(2) // 1
    val later = () => { // 1
      total += 1 // 2
    }
    later() // 1
    later() // 1
    def local(x: Int) = x * 2 // 2
    total += local(1) + local(2) // 1
    total // 1

  def gcd(a: Int, b: Int): Int =
    if b == 0 then a // 4
    else gcd(b, a % b) // 3

  def factorial(n: Int): Int = if n <= 1 then 1 else n * factorial(n - 1) // 5

  def threads(): Int =
    var alive = 0 // 1
    val workers = (1 to 4).map { _ => // 1
      Thread(() => { // 4
        var i = 0 // 4
        while i < 1000 do // 4004 (4000)
          i += math.abs(1) // 4000
      })
    }
    workers.foreach(_.start()) // 1 λ4
    for worker <- workers do // 1
      worker.join() // 4
      if worker.isAlive then alive += 1 // 4
    alive // 1

  def main(args: Array[String]): Unit =
    println(Config.size + Config.late + Config.late) // 1
    println(Counter(3).next()) // 1
    val counter = new Counter() // 1
    println(counter.next() + counter.next()) // 1
    val account = Account() // 1
    if account.rich then println("rich") // 1
    account.balance = 500 // 1
    if account.rich then println("rich") // 1
    println(loops()) // 1
    for value <- List(null, "text", 5, Square(4), 77, 1.5) do // 1
      println(describe(value)) // 6
    println(colour(Light.Red) + colour(Light.Red) + colour(Light.Green)) // 1
    println(number("one") + number("two") + number("three")) // 1
    println(greet("a") + greet("b", "Bye") + greet("c", "Hi", 3)) // 1
    println(tries(false) + tries(true)) // 1
    try println(index(new Array[Int](3))) // 1
    catch
      case e: IndexOutOfBoundsException =>
        println("index") // 1
    println(inlined()) // 1
    println(lambdas()) // 1
    println(gcd(12, 18)) // 1
    println(factorial(5)) // 1
    println(threads()) // 1
