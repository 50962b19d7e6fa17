import { setImmediate as turn } from 'node:timers/promises';
import { pseudoRandom } from '../random.ts';
import type { Table } from '../tables/table.ts';
import { fitModel } from './fit-model.ts';
import { measure, score } from './metrics.ts';
import type { Metrics, ScoredRow } from './metrics.ts';
import type { FittedModel } from './model.ts';
import type { Task } from './task.ts';

/** A model with the proof of how good it is. */
export interface Evaluated {
  readonly model: FittedModel;
  readonly metrics: Metrics;
  readonly method: 'evaluation_file' | 'hold_out' | 'cross_validation';
  /** The rows behind the metrics, a bounded number of them. */
  readonly scored: readonly ScoredRow[];
}

const maxScoredRows = 10_000;
const maxFolds = 5;

/**
 * Fits on all rows, and measures on rows the measured model has not seen: the evaluation file, else folds or a
 * held-out fifth.
 *
 * @throws CannotFit when the table does not suit the task
 */
export async function fitAndEvaluate(
  task: Task,
  train: Table,
  evaluation: Table | undefined,
  seed: number,
): Promise<Evaluated> {
  const model = await fitModel(train, task);
  if (evaluation !== undefined) {
    const scored = score(model, head(evaluation));
    return { model, metrics: measure(task.type, scored), method: 'evaluation_file', scored };
  }
  const wanted = task.folds === -1 ? maxFolds : (task.folds ?? 0);
  const folds = wanted >= 2 ? Math.min(wanted, maxFolds) : 5;
  const random = pseudoRandom(seed);
  const foldOf = train.rows.map(() => Math.floor(random() * folds));
  const scored: ScoredRow[] = [];
  for (let fold = 0; fold < (wanted >= 2 ? folds : 1); fold += 1) {
    const part = (inside: boolean): Table => ({
      ...train,
      rows: train.rows.filter((_row, index) => (foldOf[index] === fold) === inside),
    });
    // So small or lopsided a table that a part of it cannot be fitted is measured on itself
    const seen = await fitModel(part(false), task).catch(() => model);
    scored.push(...score(seen, head(part(true))));
    await turn();
  }
  const method = wanted >= 2 ? 'cross_validation' : 'hold_out';
  return { model, metrics: measure(task.type, scored), method, scored };
}

function head(table: Table): Table {
  return { ...table, rows: table.rows.slice(0, maxScoredRows) };
}
