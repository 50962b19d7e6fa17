import { abortable } from '@modelferry/http';

/**
 * Does work on every item of a list, some at a time, in the list's order. The list is read only as fast as work begins,
 * so it may be endless, or made as it goes.
 *
 * The first error stops everything: the workers' signal is aborted, all of them are waited for, the list is closed, and
 * that error is thrown.
 * @param maxAtOnce how many items are worked on at the same time
 * @param work gets a signal that also says when another item has failed
 * @returns the results, in the order of the items
 * @throws the signal's reason when it is aborted
 */
export async function runBounded<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  maxAtOnce: number,
  work: (item: Item, index: number, signal: AbortSignal) => Promise<Result>,
  signal: AbortSignal,
): Promise<Result[]> {
  if (!(maxAtOnce >= 1)) throw new RangeError('At least one item must be worked on at a time.');
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const results: Result[] = [];
  const running = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  const fail = (error: unknown) => {
    failure ??= { error };
    stop.abort(error);
  };
  const begin = (item: Item, index: number) => {
    const done = work(item, index, either)
      .then((result) => {
        results[index] = result;
      }, fail)
      .finally(() => running.delete(done));
    running.add(done);
  };
  const list = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  let listEnded = false;
  try {
    for (let index = 0; ; index++) {
      // Not even a list that hangs keeps us longer than the signal
      const next = await abortable(Promise.resolve(list.next()), either);
      if (next.done) listEnded = true;
      if (next.done) break;
      begin(next.value, index);
      if (running.size >= maxAtOnce) await Promise.race(running);
      either.throwIfAborted();
    }
  } catch (error) {
    fail(error);
  }
  await Promise.all(running);
  if (!listEnded) void Promise.resolve(list.return?.()).catch(() => undefined);
  if (failure) throw failure.error;
  return results;
}
