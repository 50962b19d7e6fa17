import { defineCatalog } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { definitions } from '../lookups/definitions.ts';
import { trainingJobEnded } from '../triggers/training-job-ended.ts';
import { vendor } from '../vendor.ts';

/** What ABEJA Platform can be watched for. Apart from its operations: who waits for events carries none of those along. */
export const abejaEvents = defineCatalog<AbejaClient>({
  vendor,
  title: 'ABEJA Platform',
  resources: {},
  operations: [],
  lookups: { definitions },
  columnLookups: {},
  triggers: [trainingJobEnded],
});
