import type { RepeatWorld } from '@modelferry/http';
import type { PredictionOneClient } from '../client/client.ts';
import { readColumns } from '../training/read-columns.ts';
import type { ExpectedColumns } from './check-columns.ts';

/**
 * The columns a model was trained on, from its training. Models themselves do not tell theirs.
 * @param targetColumn what is predicted, and so may be left out
 */
export async function expectedColumns(
  world: Pick<RepeatWorld, 'clock' | 'signal'> & { readonly client: PredictionOneClient },
  trainingProcessId: string,
  targetColumn: string | undefined,
): Promise<ExpectedColumns> {
  const { rawColumnNames, trainingDataColumns } = await readColumns(world, trainingProcessId);
  const names = rawColumnNames ?? trainingDataColumns.map(({ name }) => name);
  return { names: new Set(names), optional: new Set(targetColumn === undefined ? [] : [targetColumn]) };
}
