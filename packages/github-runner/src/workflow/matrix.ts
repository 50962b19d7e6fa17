import type { ContextValue } from './scope.ts';

/** One choice of values of a matrix. */
export type Combination = Readonly<Record<string, ContextValue>>;

/** All combinations of a matrix after its `exclude` and `include`; one without values where there is no matrix. */
export function combinations(matrix: ContextValue): readonly Combination[] {
  if (typeof matrix !== 'object' || matrix === null || Array.isArray(matrix)) return [{}];
  const { include, exclude, ...axes } = matrix as Combination;
  let crossed: Record<string, ContextValue>[] = [{}];
  for (const [axis, values] of Object.entries(axes)) {
    crossed = crossed.flatMap((held) => listOf(values).map((value) => ({ ...held, [axis]: value })));
  }
  const excluded = listOf(exclude);
  const kept = crossed.filter((held) => !excluded.some((entry) => agrees(held, entry as Combination)));
  const added: Combination[] = [];
  for (const entry of listOf(include) as readonly Combination[]) {
    // An entry widens the combinations whose own axes it does not contradict, or stands alone
    const own = Object.fromEntries(Object.entries(entry).filter(([key]) => key in axes));
    const widened = Object.keys(axes).length === 0 ? [] : kept.filter((held) => agrees(held, own));
    if (widened.length === 0) added.push(entry);
    for (const held of widened) Object.assign(held, entry);
  }
  const isOnlyIncluded = Object.keys(axes).length === 0 && added.length > 0;
  return isOnlyIncluded ? added : [...kept, ...added];
}

const listOf = (value: ContextValue | undefined): readonly ContextValue[] =>
  Array.isArray(value)
    ? (value as readonly ContextValue[])
    : value === undefined || value === null
      ? []
      : [value];

const agrees = (held: Combination, entry: Combination) =>
  Object.entries(entry).every(([key, value]) => JSON.stringify(held[key]) === JSON.stringify(value));
