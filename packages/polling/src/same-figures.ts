import type { Figure } from './job.ts';

/** Whether two looks at a job have told the same figures, in the same order; a `NaN` is as it was. */
export const sameFigures = (a: readonly Figure[] = [], b: readonly Figure[] = []): boolean =>
  a.length === b.length && a.every((figure, index) => isSame(figure, b[index]));

const isSame = (a: Figure, b: Figure | undefined): boolean =>
  a.name === b?.name && a.stage === b.stage && Object.is(a.value, b.value) && a.total === b.total;
