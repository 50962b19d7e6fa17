/**
 * Takes the first item of a list at once, so that what is wrong there is known before anything else is done.
 * @returns the list, still whole; to be closed where it is not read
 * @throws what the list threw
 */
export async function begun<T>(items: AsyncIterable<T>): Promise<AsyncIterableIterator<T, void>> {
  const list = items[Symbol.asyncIterator]();
  let first: IteratorResult<T, void> | undefined = await list.next();
  const whole: AsyncIterableIterator<T, void> = {
    async next() {
      const next = first ?? (await list.next());
      first = undefined;
      return next;
    },
    async return() {
      await list.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => whole,
  };
  return whole;
}
