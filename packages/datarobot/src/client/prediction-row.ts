import * as v from 'valibot';
import { perhaps } from '@modelferry/operation';

const label = v.union([v.string(), v.number(), v.boolean()]);

const predictionRow = v.looseObject({
  rowId: perhaps(v.number()),
  prediction: perhaps(label),
  predictionThreshold: perhaps(v.number()),
  predictionValues: perhaps(v.array(v.looseObject({ label: perhaps(label), value: v.number() }))),
  passthroughValues: perhaps(v.record(v.string(), v.unknown())),
});

/** What a server answers to rows. */
export const predictions = v.object({ data: v.array(predictionRow) });

/**
 * One row's prediction, with all fields that the server gave. Source: section 3.4.
 *
 * - `rowId`: from 0, in the order of the rows that were sent
 * - `predictionValues`: one for each class, in no order; of a regression one, named after its target
 */
export type PredictionRow = v.InferOutput<typeof predictionRow>;
