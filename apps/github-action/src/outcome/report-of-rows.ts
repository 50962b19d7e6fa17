import type { Row, RowOutcome, RunContext } from '@modelferry/operation';
import { rowsFile } from '../rows/rows-file.ts';
import { fileFact } from './result-outputs.ts';
import type { Fact, StepReport } from './step-report.ts';

/** How many failed rows are named; the file has them all. */
const maxNamedRows = 5;

/** What the file is called. */
const fileName = 'predictions.csv';

/** Keeps what became of each row in a file, whatever it is, and says how many have failed. */
export async function reportOfRows(
  outcomes: readonly RowOutcome<Readonly<Record<string, unknown>>>[],
  request: {
    readonly doing: string;
    readonly rows: readonly Row[];
    readonly facts: readonly Fact[];
    readonly save: RunContext<never>['save'];
    /** From where paths are shown. */
    readonly workspace: string;
  },
): Promise<StepReport> {
  const { doing, rows, facts, workspace } = request;
  const file = await request.save(rowsFile(rows, outcomes, fileName));
  const failed = outcomes.flatMap((outcome, index) => (outcome.ok ? [] : [{ index, error: outcome.error }]));
  const named = failed.slice(0, maxNamedRows).map(({ index, error }) => `Row ${index + 1}: ${error.message}`);
  const rest = failed.length - named.length;
  const remedies = new Set(failed.flatMap(({ error }) => error.remedy ?? []));
  return {
    outcome: failed.length === 0 ? 'succeeded' : 'failed',
    doing,
    facts: [
      { title: 'Rows', value: String(outcomes.length) },
      { title: 'Failed rows', value: String(failed.length) },
      fileFact('Result', file, workspace),
      ...facts,
    ],
    files: [file],
    outputs: {
      'result-path': file.location,
      rows: String(outcomes.length),
      'failed-rows': String(failed.length),
    },
    ...(failed.length > 0 && {
      failure: `${failed.length} of ${outcomes.length} rows got no result.`,
      details: [...named, ...(rest > 0 ? [`${rest} more: see the column "error" of the file.`] : [])],
      next: [...remedies].slice(0, maxNamedRows),
    }),
  };
}
