import { abortable } from '@modelferry/http';

/** How many items may be on their way. */
export interface InOrderLimits {
  /** Worked on at the same time. */
  readonly atOnce: number;
  /** Begun, and their results not given yet: more than `atOnce`, so that a slow item does not hold up the work on others. */
  readonly begun: number;
}

/**
 * Works on several items at a time and gives the results in the items' order. The next item is fetched while others are
 * worked on; what is fetched, worked on and waiting together never exceeds `begun` + 1.
 * @throws what fetching or working throws, and the signal's reason
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  { atOnce, begun }: InOrderLimits,
  work: (item: Item) => Promise<Result>,
  signal: AbortSignal,
): AsyncGenerator<Result, void, undefined> {
  const iterator = items[Symbol.asyncIterator]();
  const results: Promise<Result>[] = [];
  const working = new Set<Promise<Result>>();
  const fetch = () => heard(iterator.next());
  const begin = (item: Item) => {
    const result = heard(work(item).finally(() => working.delete(result)));
    working.add(result);
    results.push(result);
  };
  let ended = false;
  try {
    for (let fetching = fetch(); ;) {
      const [oldest] = results;
      if (oldest && results.length === begun) {
        yield await abortable(oldest, signal);
        results.shift();
      }
      const next = await abortable(fetching, signal);
      if (next.done) break;
      if (working.size === atOnce) await abortable(Promise.race(working), signal);
      begin(next.value);
      fetching = fetch();
    }
    ended = true;
    for (const result of results) yield await abortable(result, signal);
  } finally {
    if (!ended) iterator.return?.().catch(() => undefined);
  }
}

/** A promise whose failure is somebody's business later, or nobody's. */
function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
