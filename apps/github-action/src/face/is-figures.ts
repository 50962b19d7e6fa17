import type { Field } from '@modelferry/operation';

/** Whether an output is a few figures by their names. */
export const isFigures = (field: Field): boolean => field.kind === 'any' && field.isFigures === true;
