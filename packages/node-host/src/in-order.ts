import { abortable } from '@modelferry/http';

/**
 * Works on several items at a time and gives the results in the items' order. The next item is fetched while others are
 * worked on; what is fetched, worked on and waiting together never exceeds `atOnce` + 1.
 * @param atOnce how many items are worked on at the same time
 * @throws what fetching or working throws, and the signal's reason
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
  signal: AbortSignal,
): AsyncGenerator<Result, void, undefined> {
  const iterator = items[Symbol.asyncIterator]();
  const working: Promise<Result>[] = [];
  const fetch = () => heard(iterator.next());
  let ended = false;
  try {
    for (let fetching = fetch(); ;) {
      const [oldest] = working;
      if (oldest && working.length === atOnce) {
        yield await abortable(oldest, signal);
        working.shift();
      }
      const next = await abortable(fetching, signal);
      if (next.done) break;
      working.push(heard(work(next.value)));
      fetching = fetch();
    }
    ended = true;
    for (const result of working) yield await abortable(result, signal);
  } finally {
    if (!ended) iterator.return?.().catch(() => undefined);
  }
}

/** A promise whose failure is somebody's business later, or nobody's. */
function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
