import type { TableHead } from '@modelferry/upload';

/**
 * Says how the columns of evaluation data differ from those of training data. What the vendor makes of it is unknown
 * (specification, Q21), so that it only warns.
 */
export function columnsDiffer(training: TableHead, evaluation: TableHead): string | undefined {
  const missing = training.columns.filter((name) => !evaluation.columns.includes(name));
  const added = evaluation.columns.filter((name) => !training.columns.includes(name));
  if (missing.length === 0 && added.length === 0) return undefined;
  const parts = [
    missing.length > 0 && `lacks ${quoted(missing)}`,
    added.length > 0 && `adds ${quoted(added)}`,
  ];
  return `The evaluation data has other columns than the training data: it ${parts.filter(Boolean).join(' and ')}.`;
}

const quoted = (names: readonly string[]): string => {
  const shown = names.slice(0, 10).map((name) => `"${name}"`);
  return `${shown.join(', ')}${names.length > shown.length ? ' and others' : ''}`;
};
