import type { Column, ColumnLookup } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';
import type { Feature } from '../client/deployments.ts';

/** The longest page that is documented for lists (3.3). */
const pageLength = 100;

/** More columns than a form can show. */
const maxFeatures = 2_000;

/** The columns of rows to score: what the deployment's model was trained with. None must be there: a missing value is an ordinary one. */
export const deploymentFeatures: ColumnLookup<DataRobotClient> = async ({ client, signal }, inputs) => {
  const deploymentId = idOf(inputs['deploymentId']);
  if (deploymentId === undefined) return [];
  const columns: Column[] = [];
  for (let more = true; more && columns.length < maxFeatures;) {
    const page = await client.getFeatures(
      deploymentId,
      { offset: columns.length, limit: pageLength },
      signal,
    );
    columns.push(...page.entries.map(columnOf));
    more = page.more;
  }
  return columns;
};

const idOf = (value: unknown): string | undefined => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' ? undefined : text;
};

const columnOf = ({ name, featureType, dateFormat }: Feature): Column => ({
  name,
  type: typeOf(featureType, dateFormat),
  required: false,
});

function typeOf(featureType = '', dateFormat: string | undefined): Column['type'] {
  if (/^(numeric|percentage|length|currency)/i.test(featureType)) return 'number';
  if (/^boolean$/i.test(featureType)) return 'boolean';
  // A date in a form of its own must go as it was in the training: a host would write it anew
  return /^(date|time)/i.test(featureType) && dateFormat === undefined ? 'date' : 'text';
}
