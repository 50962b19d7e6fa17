import { rows } from '@modelferry/operation';
import * as v from 'valibot';
import { findHost } from '../../real-time/find-host.ts';
import { rowOutput } from '../../real-time/rows/row-output.ts';
import { scoreRows } from '../../real-time/rows/score-rows.ts';
import { toPredictionOptions } from '../../real-time/to-prediction-options.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { predictionInputs } from '../shared/prediction-inputs.ts';
import { rowOutputs } from '../shared/row-outputs.ts';
import { serverInputs, serverRules } from '../shared/server-inputs.ts';

const inputs = v.pipe(
  v.object({
    ...serverInputs,
    rows: rows({
      title: 'Rows',
      description: 'The rows to score, with the columns that the model was trained on, without its target',
      columnsFrom: 'deploymentFeatures',
      dependsOn: ['deploymentId'],
    }),
    ...predictionInputs,
  }),
  serverRules(),
);

export const predict = defineOperation({
  resource: 'prediction',
  name: 'predict',
  title: 'Predict',
  action: 'Predict rows',
  summary: 'Score rows at once with a deployment, in as few requests as they fit into',
  result: 'rows',
  inputs,
  outputs: v.object(rowOutputs),
  async run(context, given) {
    const options = toPredictionOptions(given);
    const { deflater, crc32 } = context;
    const gzip = given.compress ? { deflater, crc32 } : undefined;
    const target = await findHost(context, given);
    const outcomes = await scoreRows(context, target, { rows: given.rows, options, gzip });
    return outcomes.map((outcome, rowId) =>
      outcome.ok ? { ok: true as const, output: rowOutput(outcome.output, rowId) } : outcome,
    );
  },
});
