import type { RunContext } from '@modelferry/operation';
import type { Source } from '@modelferry/upload';
import { allChecked, checkTable, type CheckedTable, type TableRules } from './check-table.ts';
import { columnsDiffer } from './columns-differ.ts';

export interface CheckedPair {
  readonly training: CheckedTable;
  readonly evaluation: CheckedTable | undefined;
}

/**
 * Checks training data and, where there is any, evaluation data, and warns of what may go wrong with them at the vendor.
 * @throws InputError with all that is wrong with both
 */
export async function checkPair(
  { progress }: Pick<RunContext<never>, 'progress'>,
  { trainingData, evaluationData }: { readonly trainingData: Source; readonly evaluationData?: Source },
  rules: TableRules,
): Promise<CheckedPair> {
  const warn = (message: string) => progress({ type: 'warning', message });
  const [training, evaluation] = await allChecked([
    checkTable('trainingData', trainingData, rules, warn),
    evaluationData
      ? checkTable('evaluationData', evaluationData, { ...rules, renamable: false }, warn)
      : Promise.resolve(undefined),
  ]);
  const difference = evaluation && columnsDiffer(training.head, evaluation.head);
  if (difference) warn(difference);
  return { training, evaluation };
}
