import { setImmediate as turn } from 'node:timers/promises';
import { csvLine } from '../../tables/csv-line.ts';
import { resultColumns } from '../batch/result-columns.ts';
import type { ResultColumn } from '../batch/result-columns.ts';
import type { DataRobotVariants } from '../variants.ts';
import { explainedRow } from './explained-row.ts';
import type { ExplainedRow } from './explained-row.ts';
import type { InputRows } from './input-rows.ts';
import { predictionObject } from './prediction-object.ts';
import type { AnswerFacts } from './prediction-object.ts';

/** The answer in JSON, as it is scored: no more of it is held than a slice. */
export async function* jsonAnswer(facts: AnswerFacts, input: InputRows): AsyncGenerator<string> {
  yield '{"data":[';
  let rowId = 0;
  for await (const rows of scoredSlices(facts, input)) {
    const start = rowId;
    rowId += rows.length;
    const objects = rows.map((row, index) => JSON.stringify(predictionObject(facts, row, start + index)));
    yield (start === 0 ? '' : ',') + objects.join(',');
  }
  yield ']}';
}

/** The same as CSV, with the columns of a batch job's result. */
export async function* csvAnswer(
  facts: AnswerFacts,
  input: InputRows,
  variants: DataRobotVariants,
): AsyncGenerator<string> {
  const columns = csvColumns(facts, variants);
  yield csvLine(columns.map(({ name }) => name));
  for await (const rows of scoredSlices(facts, input))
    yield rows.map((row) => csvLine(columns.map(({ valueOf }) => valueOf(row)))).join('');
}

async function* scoredSlices(
  { model, options, header }: AnswerFacts,
  input: InputRows,
): AsyncGenerator<readonly ExplainedRow[]> {
  const places = new Map(header.map((name, index) => [name, index]));
  for (const slice of input.slices()) {
    yield slice.map((row) => explainedRow(model, options, (name) => row[places.get(name) ?? -1] ?? ''));
    await turn();
  }
}

function csvColumns({ model, options, header }: AnswerFacts, variants: DataRobotVariants): ResultColumn[] {
  const { most = 0 } = options.explanations ?? {};
  const columns = resultColumns(
    model,
    {
      passthrough: options.passthrough,
      maxExplanations: Math.min(most, model.columns.length),
      includePredictionStatus: false,
      includeProbabilities: true,
      includeProbabilitiesClasses: [],
      predictionThreshold: 0.5,
      remapping: new Map(),
    },
    header,
  );
  const label = `${model.task.target}_PREDICTION`;
  return variants.has('rt-csv-columns') ? columns.filter(({ name }) => name === label) : columns;
}
