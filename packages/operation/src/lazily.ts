/** Makes something when it is asked for first, and gives the same ever after. */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
