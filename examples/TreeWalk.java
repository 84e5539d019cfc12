// SPDX-License-Identifier: Apache-2.0
// A search tree: smaller values go left, larger ones right; a walk from left to right is sorted.
// Watch: a walk of 7 nodes makes 15 calls, as it looks below every leaf, too.
public class TreeWalk {

    public static void main(String[] args) {
        Node root = null;                                         // 1
        for (int value : new int[] {4, 2, 6, 1, 3, 5, 7}) {       // 8 (7)
            root = insert(root, value);                           // 7
        }
        walk(root);                                               // 1
    }

    static class Node {
        int value;
        Node left;
        Node right;
    }

    static Node insert(Node node, int value) {
        if (node == null) {                                       // 17
            node = new Node();                                    // 7
            node.value = value;                                   // 7
        } else if (value < node.value) {                          // 10
            node.left = insert(node.left, value);                 // 5
        } else {
            node.right = insert(node.right, value);               // 5
        }
        return node;                                              // 17
    }

    static void walk(Node node) {
        if (node != null) {                                       // 15
            walk(node.left);                                      // 7
            System.out.println(node.value);                       // 7
            walk(node.right);                                     // 7
        }
    }
}
