package org.unitlint.graph;

import java.util.Arrays;

/**
 * The strongly connected components of a graph of numbers, by Tarjan's algorithm. They are numbered
 * from 0 so that an edge between two of them leads from the higher number to the lower.
 */
final class Components {
  private final int[] start;
  private final int[] next;
  private final int[] component;
  private final int[] index;
  private final int[] low;
  private final int[] cursor;
  private final Stack open;
  private final Stack path;
  private int visited;
  private int count;

  private Components(int size, int[] start, int[] next) {
    this.start = start;
    this.next = next;
    this.component = new int[size];
    this.index = new int[size];
    this.low = new int[size];
    this.cursor = Arrays.copyOf(start, size);
    this.open = new Stack(size);
    this.path = new Stack(size);
    Arrays.fill(component, -1);
  }

  /** The components of the graph with that many vertices; edge i leads from from[i] to to[i]. */
  static Components of(int size, int[] from, int[] to) {
    int[] start = new int[size + 1];
    for (int vertex : from) {
      start[vertex + 1]++;
    }
    for (int i = 0; i < size; i++) {
      start[i + 1] += start[i];
    }
    int[] free = Arrays.copyOf(start, size);
    int[] next = new int[to.length];
    for (int i = 0; i < from.length; i++) {
      next[free[from[i]]++] = to[i];
    }
    var components = new Components(size, start, next);
    for (int vertex = 0; vertex < size; vertex++) {
      components.visit(vertex);
    }
    return components;
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** The component that the vertex is in. */
  int of(int vertex) {
    return component[vertex];
  }

  private void visit(int root) {
    if (index[root] > 0) {
      return;
    }
    enter(root);
    while (!path.isEmpty()) {
      int vertex = path.top();
      if (cursor[vertex] < start[vertex + 1]) {
        follow(vertex, next[cursor[vertex]++]);
      } else {
        leave(vertex);
      }
    }
  }

  private void enter(int vertex) {
    visited++;
    index[vertex] = visited;
    low[vertex] = visited;
    open.push(vertex);
    path.push(vertex);
  }

  private void follow(int vertex, int other) {
    if (index[other] == 0) {
      enter(other);
    } else if (component[other] < 0) {
      low[vertex] = Math.min(low[vertex], index[other]);
    }
  }

  private void leave(int vertex) {
    path.pop();
    if (!path.isEmpty()) {
      int parent = path.top();
      low[parent] = Math.min(low[parent], low[vertex]);
    }
    if (low[vertex] == index[vertex]) {
      int member;
      do {
        member = open.pop();
        component[member] = count;
      } while (member != vertex);
      count++;
    }
  }

  /** Numbers, the last one on top. */
  private static final class Stack {
    private final int[] items;
    private int size;

    Stack(int limit) {
      items = new int[limit];
    }

    boolean isEmpty() {
      return size == 0;
    }

    void push(int item) {
      items[size++] = item;
    }

    int top() {
      return items[size - 1];
    }

    int pop() {
      return items[--size];
    }
  }
}
