// SPDX-License-Identifier: Apache-2.0
// Four threads add to one number without asking each other, so the program loses some of its counts.
// Watch: the line's number beside it loses none. Choose a thread to see its share, 2,000,000.
public class Threads {

    public static void main(String[] args) throws InterruptedException {
        Thread[] workers = new Thread[4];                                     // 1
        for (int i = 0; i < workers.length; i++) {                            // 5 (4)
            workers[i] = new Thread(Threads::work, "worker " + (i + 1));      // 4
            workers[i].start();                                               // 4
        }
        for (Thread worker : workers) {                                       // 5 (4)
            worker.join();                                                    // 4
        }
        System.out.println(number + " of 8000000");                           // 1
    }

    static int number;

    static void work() {
        for (int i = 0; i < 2_000_000; i++) {                                 // 8000004 (8000000)
            number++;                                                         // 8000000
        }
    }
}
