import type { ColumnLookup } from '@modelferry/operation';
import type { PredictionOneClient } from '../client/client.ts';

const given = (value: unknown): string | undefined => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' ? undefined : text;
};

/** The columns of a row to score: those of the training, without its target. */
export const trainingColumns: ColumnLookup<PredictionOneClient> = async ({ client, signal }, inputs) => {
  const externalProcessId = given(inputs['trainingProcessId']);
  if (externalProcessId === undefined) return [];
  const { trainingDataColumns } = await client.getColumnInfo({ externalProcessId }, signal);
  return trainingDataColumns
    .filter(({ name }) => name !== given(inputs['targetColumn']))
    .map(({ name, numericalValue }) => ({
      name,
      type: numericalValue?.some((one) => one !== null) ? 'number' : 'text',
      required: false, // A missing value is an ordinary one
    }));
};
