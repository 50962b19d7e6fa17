import {
  limitGate,
  median,
  medianRatio,
  throughputTable,
  type BenchReport,
  type Measurement,
  type Rounds,
  type Table,
  type TableFile,
} from '../harness/index.ts';
import { retrain } from './retrain-file.ts';
import { curl, ours, type Scoring } from './score-file.ts';
import { emptyScript } from './start-up.ts';

/** What a large file cost, round by round. */
export interface LargeFile {
  readonly withAction: readonly Scoring[];
  readonly withCurl: readonly Scoring[];
  readonly retrained: Measurement;
}

/** What was measured. */
export interface ActionResults {
  readonly startUps: Rounds;
  readonly table: TableFile;
  readonly large: LargeFile;
  readonly distBytes: number;
}

const mostMb = 130;
const mostOverEmpty = 2;
const mostDistKb = 1_200;

/** The figures, and what they should be. */
export function actionReport({ startUps, table, large, distBytes }: ActionResults): BenchReport {
  const size = `${Math.round(table.bytes / 2 ** 20)} MiB`;
  const scoringMb = large.withAction.map(({ peakBytes }) => peakBytes / 1e6);
  const ratios = [...startUps.keys()]
    .filter((name) => name !== emptyScript)
    .map((name) => overEmpty(startUps, name));
  return {
    title: 'The GitHub Actions',
    conditions: [
      `A CSV of ${size} of real rows, repeated (${table.rows} rows), in the page cache. The vendors are the sandbox, in a process of its own, whose jobs are done as soon as somebody looks.`,
      'The actions are the committed ones, started as the runner starts them; every figure is that of the whole main process.',
      `"${curl}" is a shell script that makes the job, sends the file, looks at the job and fetches the result. It checks nothing; the action reads every row on its way, both ways.`,
      'The sandbox reads every byte: it sets the pace of an upload as much as the sender does.',
      'After every run the CRC-32 of what arrived is that of the file, and both results are the same, byte for byte.',
      'Start-up: the inputs that are required are missing, so that an action tells all of them and ends; all in turn in each round, with an empty script. Times are medians, ratios are taken in each round, then the median.',
    ],
    tables: [
      scoringTable(size, table.bytes, large),
      retrainTable(size, large.retrained),
      startUpTable(startUps),
    ],
    gates: [
      limitGate(`highest peak memory of ${ours}, ${size}`, Math.max(...scoringMb), mostMb, 'MB'),
      limitGate(`peak memory of ${retrain}, ${size}`, large.retrained.peakBytes / 1e6, mostMb, 'MB'),
      limitGate(
        'start-up with wrong inputs over an empty script, slowest action',
        Math.max(...ratios),
        mostOverEmpty,
        'x',
      ),
      limitGate('size of all that the actions run', distBytes / 1e3, mostDistKb, 'kB'),
    ],
    measurements: { startUps: Object.fromEntries(startUps), ...large },
  };
}

function scoringTable(size: string, bytes: number, { withAction, withCurl }: LargeFile): Table {
  const all = new Map([
    [curl, withCurl],
    [ours, withAction],
  ]);
  const whole = throughputTable(`${size} scored, and the result fetched`, all, bytes, curl);
  const speed = (runs: readonly Scoring[], pick: (one: Scoring) => number) =>
    median(runs.map(pick)).toFixed(0);
  return {
    ...whole,
    columns: [...whole.columns, 'upload, MB/s', 'upload over curl', 'download, MB/s'],
    rows: whole.rows.map((row) => {
      const runs = all.get(row[0] ?? '') ?? [];
      const uploadMs = (some: readonly Scoring[]) => some.map((one) => one.uploadMs);
      return [
        ...row,
        speed(runs, ({ uploadMs: ms }) => bytes / 1e3 / ms),
        medianRatio(uploadMs(withCurl), uploadMs(runs)).toFixed(2),
        speed(runs, ({ downloadMs, resultBytes }) => resultBytes / 1e3 / downloadMs),
      ];
    }),
  };
}

const retrainTable = (size: string, { wallMs, userMs, systemMs, peakBytes }: Measurement): Table => ({
  title: `${size} sent to be retrained on`,
  columns: ['', 'time with waiting, s', 'processor, s', 'peak, MB'],
  rows: [
    [
      retrain,
      (wallMs / 1e3).toFixed(2),
      ((userMs + systemMs) / 1e3).toFixed(2),
      (peakBytes / 1e6).toFixed(1),
    ],
  ],
});

const startUpTable = (startUps: Rounds): Table => ({
  title: 'Start-up with wrong inputs',
  columns: ['', 'time, ms', `over ${emptyScript}`, 'peak, MB'],
  rows: [...startUps].map(([name, runs]) => [
    name,
    median(runs.map(({ wallMs }) => wallMs)).toFixed(1),
    overEmpty(startUps, name).toFixed(2),
    median(runs.map(({ peakBytes }) => peakBytes / 1e6)).toFixed(1),
  ]),
});

function overEmpty(startUps: Rounds, name: string): number {
  const wall = (each: string) => (startUps.get(each) ?? []).map(({ wallMs }) => wallMs);
  return medianRatio(wall(name), wall(emptyScript));
}
