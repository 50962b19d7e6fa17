import type { Operation } from '@modelferry/operation';

/** The operations on a resource: their names, their steps in CI, and whether their jobs can be ended. */
export const stepsOf = (
  operations: readonly Operation[],
  resource: string,
): readonly (readonly [name: string, ciStep: string | undefined, cancellable: boolean])[] =>
  operations
    .filter((operation) => operation.resource === resource)
    .map(({ name, ciStep, cancellable }) => [name, ciStep, cancellable]);
