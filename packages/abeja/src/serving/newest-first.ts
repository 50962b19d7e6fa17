/** In the order of their creation, which the vendor's lists need not have (Q7). What has no time stays last. */
export const newestFirst = <Entry extends { readonly createdAt?: string }>(
  entries: readonly Entry[],
): readonly Entry[] =>
  [...entries].sort(({ createdAt: a = '' }, { createdAt: b = '' }) => (a < b ? 1 : a > b ? -1 : 0));
