/**
 * Does work on each item of a list, some at a time, and gives the results in the list's order, as they are asked for. The
 * list is read only as fast as work begins. A failure ends it; who made the work stops what still goes on.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const list = items[Symbol.asyncIterator]();
  const running: Promise<Result>[] = [];
  let ended = false;
  try {
    for (;;) {
      while (!ended && running.length < atOnce) {
        const next = await list.next();
        ended = next.done === true;
        if (next.done) break;
        const result = work(next.value);
        result.catch(() => undefined); // It is told in its turn
        running.push(result);
      }
      const first = running.shift();
      if (!first) return;
      yield await first;
    }
  } finally {
    await list.return?.();
  }
}
