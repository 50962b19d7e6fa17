import { fitAndEvaluate } from '../../models/fit-and-evaluate.ts';
import type { Evaluated } from '../../models/fit-and-evaluate.ts';
import { fitModel } from '../../models/fit-model.ts';
import { measure, score } from '../../models/metrics.ts';
import type { Metrics } from '../../models/metrics.ts';
import type { Task } from '../../models/task.ts';
import { guessType, isMissing } from '../../models/values.ts';
import { CannotFit } from '../../models/task.ts';
import type { Table } from '../../tables/table.ts';

/** What a training prints of itself. */
export interface Figures {
  readonly accuracy: number;
  readonly loss: number;
}

/** The stages of one epoch, by the vendor's words. */
export interface Stages {
  readonly train: Figures;
  readonly validation: Figures;
}

/** What came of a training. */
export interface Trained {
  readonly evaluated: Evaluated;
  readonly table: Table;
  /** Each after a larger share of the rows, the last after all. */
  readonly epochs: readonly Stages[];
}

/** Shares of the rows that the epochs see. */
const shares = [0.25, 0.5];
/** More make a training slow, and no truer. */
const maxRows = 20_000;

/** @throws CannotFit when the table says nothing of its target */
export async function train(whole: Table, target: string | undefined, seed: number): Promise<Trained> {
  const table = { ...whole, rows: whole.rows.slice(0, maxRows) };
  const task = taskOf(table, target ?? (table.columns.at(-1) as string));
  const evaluated = await fitAndEvaluate(task, table, undefined, seed);
  const epochs: Stages[] = [];
  for (const share of shares) {
    const [seen, unseen] = split(table, share);
    const model = await fitModel(seen, task).catch(() => evaluated.model);
    const figures = (rows: Table): Figures => figuresOf(measure(task.type, score(model, rows)));
    epochs.push({ train: figures(seen), validation: figures(unseen) });
  }
  const onAll = figuresOf(measure(task.type, score(evaluated.model, table)));
  epochs.push({ train: onAll, validation: figuresOf(evaluated.metrics) });
  return { evaluated, table, epochs };
}

/** For numbers, R² (never below 0) stands for the accuracy, and the root of the mean squared error for the loss. */
export function figuresOf(metrics: Metrics): Figures {
  const accuracy = metrics.sandbox_accuracy ?? Math.max(0, metrics.sandbox_r2 ?? 0);
  return { accuracy, loss: metrics.sandbox_log_loss ?? metrics.sandbox_rmse ?? 0 };
}

function taskOf(table: Table, target: string): Task {
  const at = table.columns.indexOf(target);
  if (at === -1) throw new CannotFit(`sandbox: the data have no column ${target}.`);
  const values = table.rows.map((row) => row[at] ?? '').filter((value) => !isMissing(value));
  if (guessType(values) === 'number') return { type: 'regression', target };
  const classes = new Set(values.map((value) => value.trim()));
  return { type: classes.size === 2 ? 'binary_classification' : 'multi_classification', target };
}

/** Every row whose turn it is, and the others. */
function split(table: Table, share: number): readonly [Table, Table] {
  const every = Math.round(1 / share);
  const part = (isSeen: boolean): Table => ({
    ...table,
    rows: table.rows.filter((_row, index) => (index % every === 0) === isSeen),
  });
  return [part(true), part(false)];
}
