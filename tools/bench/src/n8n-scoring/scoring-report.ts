import { limitGate, median, type BenchReport, type TableFile } from '../harness/index.ts';
import { aboveIdleMb, type NodeRun } from '../n8n/node-run.ts';
import type { FilePrediction } from './predict-file.ts';
import { ours, peer, type ItemsPrediction } from './predict-items.ts';
import type { FileScoring } from './score-file.ts';

/** All that was measured. */
export interface ScoringFigures {
  /** Of n8n. */
  readonly version: string;
  readonly rounds: number;
  readonly items: {
    readonly count: number;
    readonly ours: readonly ItemsPrediction[];
    readonly peer: readonly ItemsPrediction[];
  };
  readonly slices: { readonly table: TableFile; readonly costs: readonly FilePrediction[] };
  readonly batches: {
    readonly table: TableFile;
    readonly costs: ReadonlyMap<string, readonly FileScoring[]>;
  };
}

type Cost = Pick<NodeRun, 'wallMs' | 'idleBytes' | 'peakBytes'>;

const sizeOf = ({ bytes }: TableFile): string =>
  bytes < 1e9 ? `${(bytes / 1e6).toFixed(0)} MB` : `${(bytes / 2 ** 20).toFixed(0)} MiB`;

/** Without where it lay. */
const factsOf = ({ bytes, rows, crc }: TableFile) => ({ bytes, rows, crc });

const highest = (costs: readonly Cost[]): number => Math.max(...costs.map(aboveIdleMb));

const costColumns = ['time, s', 'idle peak, MB', 'above idle, MB (median)', '(highest)'];

const costCells = (costs: readonly Cost[]): string[] => [
  (median(costs.map(({ wallMs }) => wallMs)) / 1e3).toFixed(2),
  median(costs.map(({ idleBytes }) => idleBytes / 1e6)).toFixed(0),
  median(costs.map(aboveIdleMb)).toFixed(0),
  highest(costs).toFixed(0),
];

/** Makes the report. */
export function scoringReport({ version, rounds, items, slices, batches }: ScoringFigures): BenchReport {
  const large = sizeOf(batches.table);
  const sliced = sizeOf(slices.table);
  const requests = (costs: readonly ItemsPrediction[]) => Math.max(...costs.map((cost) => cost.requests));
  return {
    title: 'Scoring in n8n',
    conditions: [
      `The DataRobot node, as npm packs it, under the execution context of n8n ${version}, each time in a fresh process.`,
      'DataRobot is the sandbox, in a process of its own, which reads and scores every row: it sets the pace. Batch jobs are done as soon as somebody looks.',
      "Files are CSVs of real rows, repeated, in n8n's binary store on the file system; results are kept there, too.",
      'Memory is the highest resident set above the highest one before, with n8n, the node and the items loaded and a small run behind it, by the kernel.',
      `${rounds} rounds. Times are medians.`,
      'Batch: each upload is proven by its CRC-32 to be the header and its range of the file, and the results of both ways are the same, byte for byte.',
      'Slices and items: each prediction is held against what the model says of that row in a request made by hand; items also by a number that passes through, and by their pairing.',
      `The ${peer} sends each item in a request of its own, as it does by itself.`,
    ],
    tables: [
      {
        title: `${large} as a batch (${batches.table.rows} rows)`,
        columns: ['upload mode', 'uploads', ...costColumns, 'result, MB'],
        rows: [...batches.costs].map(([mode, costs]) => [
          ...[mode, String(costs[0]?.uploads), ...costCells(costs)],
          ((costs[0]?.resultBytes ?? 0) / 1e6).toFixed(0),
        ]),
      },
      {
        title: `${sliced} in slices (${slices.table.rows} rows)`,
        columns: ['', 'requests', ...costColumns, 'result, MB'],
        rows: [
          [
            ...['Predict File', String(slices.costs[0]?.requests), ...costCells(slices.costs)],
            ((slices.costs[0]?.resultBytes ?? 0) / 1e6).toFixed(0),
          ],
        ],
      },
      {
        title: `${items.count} items in real time`,
        columns: ['', 'requests', ...costColumns],
        rows: [
          [ours, String(requests(items.ours)), ...costCells(items.ours)],
          [peer, String(requests(items.peer)), ...costCells(items.peer)],
        ],
      },
    ],
    gates: [
      ...[...batches.costs].map(([mode, costs]) =>
        limitGate(`highest memory above idle, ${large} as a batch, ${mode}`, highest(costs), 120, 'MB'),
      ),
      limitGate(`highest memory above idle, ${sliced} in slices`, highest(slices.costs), 150, 'MB'),
      limitGate(`requests for ${items.count} items`, requests(items.ours), 5, 'requests'),
    ],
    measurements: {
      items,
      slices: { table: factsOf(slices.table), costs: slices.costs },
      batches: { table: factsOf(batches.table), costs: Object.fromEntries(batches.costs) },
    },
  };
}
