import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  bundle,
  limitGate,
  makeTable,
  measureRounds,
  median,
  medianRatio,
  pythonContestant,
  ratioGate,
  startSink,
  throughputTable,
  type Bench,
  type BenchContext,
  type BenchReport,
  type Contestant,
  type Rounds,
  type TableFile,
} from '../harness/index.ts';
import { receivedArchive } from './received-archive.ts';

const mib = 1024 * 1024;
const ours = 'Modelferry';
const peer = 'archiver';
const levels = [1, 6] as const;

const pythonZip = `
import os, tempfile, zipfile
url, level, folder, train, evaluation = sys.argv[1:]
with tempfile.TemporaryFile(dir=folder) as file:
    with zipfile.ZipFile(file, 'w', zipfile.ZIP_DEFLATED, compresslevel=int(level)) as archive:
        archive.write(train, 'train_src/train.csv')
        archive.write(evaluation, 'eval_src/eval.csv')
    file.seek(0)
    requests.put(url, data=file).raise_for_status()`;

interface Tables {
  readonly train: TableFile;
  readonly evaluation: TableFile;
}

/** One level's measurements. */
interface OfLevel {
  readonly level: number;
  readonly rounds: Rounds;
  /** Length of each contestant's archive, in bytes. */
  readonly archiveBytes: ReadonlyMap<string, number>;
}

/** Training and evaluation data as a compressed ZIP by one PUT, against archiver. */
export const zipBench: Bench = async (context) => {
  const { quick, signal, folder, log } = context;
  const count = quick ? 3 : 5;
  log('writing the tables');
  const table = (name: string, bytes: number) => makeTable(join(folder, name), bytes, signal);
  const tables = {
    train: await table('train.csv', (quick ? 100 : 400) * mib),
    evaluation: await table('eval.csv', (quick ? 28 : 112) * mib),
  };
  const makers = {
    ours: await bundle(join(import.meta.dirname, 'zip-ours.ts'), folder, 'zip-ours'),
    peer: await bundle(join(import.meta.dirname, 'zip-archiver.ts'), folder, 'zip-archiver'),
  };
  const contestants = async (level: number, url: string): Promise<readonly Contestant[]> => {
    const args = [url, String(level), folder, tables.train.path, tables.evaluation.path];
    return [
      { name: peer, command: [process.execPath, makers.peer, ...args] },
      { name: ours, command: [process.execPath, makers.ours, ...args] },
      ...(await pythonContestant({ name: 'Python zipfile and requests', script: pythonZip, args }, signal)),
    ];
  };

  for (const level of levels) {
    await prove(context, tables, (url) => [
      ...[process.execPath, makers.ours, url, String(level), folder],
      ...[tables.train.path, tables.evaluation.path],
    ]);
  }
  const results: OfLevel[] = [];
  const sink = await startSink(context);
  try {
    for (const level of levels) {
      log(`level ${level}`);
      const archiveBytes = new Map<string, number>();
      const all = await contestants(level, `${sink.url}/archive`);
      const rounds = await measureRounds(context, count, all, async ({ name }) => {
        archiveBytes.set(name, (await sink.next()).bytes);
      });
      results.push({ level, rounds, archiveBytes });
    }
  } finally {
    await sink.close();
  }
  return report(count, tables, results);
};

/** Sends our archive once to a receiver that unpacks it, so that the timed ones need not. */
async function prove(
  context: BenchContext,
  { train, evaluation }: Tables,
  commandTo: (url: string) => readonly string[],
): Promise<void> {
  const received = await receivedArchive(context, commandTo);
  const whole =
    received.get('train_src/train.csv') === train.crc && received.get('eval_src/eval.csv') === evaluation.crc;
  if (!whole) throw new Error('What arrived in the archive is not what was packed.');
  context.log('the archive arrived whole');
}

function report(count: number, { train, evaluation }: Tables, results: readonly OfLevel[]): BenchReport {
  const bytes = train.bytes + evaluation.bytes;
  const cores = availableParallelism();
  const size = (each: TableFile) => `${Math.round(each.bytes / mib)} MiB`;
  return {
    title: 'Upload of training and evaluation data as a ZIP',
    conditions: [
      `Two tables of real rows, repeated (${size(train)} and ${size(evaluation)}), in the page cache: compressed into a ZIP in a temporary file, then sent by a PUT with its exact length.`,
      'The receiver is a program in C on the same machine that throws the body away; it counts the bytes of every run.',
      'Ours and archiver send the same way, so only the making of the archive differs.',
      'Every figure is that of a whole process: start, packing, sending, answer, end. Programs in JavaScript run bundled.',
      `${count} rounds, all contestants in turn in each. Times are medians; ratios are taken in each round, then the median.`,
      'In a pass of their own, `unzip` finds our archives whole, and in them the CRC-32 of both tables.',
    ],
    tables: results.map(({ level, rounds, archiveBytes }) =>
      withSize(throughputTable(`Level ${level}`, rounds, bytes, peer), archiveBytes),
    ),
    gates: results.flatMap((result) => gatesOf(result, cores >= 4 ? 3 : 2)),
    measurements: results.map(({ level, rounds, archiveBytes }) => ({
      level,
      archiveBytes: Object.fromEntries(archiveBytes),
      ...Object.fromEntries(rounds),
    })),
  };
}

const withSize = (table: ReturnType<typeof throughputTable>, archiveBytes: OfLevel['archiveBytes']) => ({
  ...table,
  columns: [...table.columns, 'archive, MB'],
  rows: table.rows.map((row) => [...row, ((archiveBytes.get(row[0] ?? '') ?? 0) / 1e6).toFixed(2)]),
});

function gatesOf({ level, rounds, archiveBytes }: OfLevel, goal: number) {
  const wall = (name: string) => (rounds.get(name) ?? []).map(({ wallMs }) => wallMs);
  const peakMb = (rounds.get(ours) ?? []).map(({ peakBytes }) => peakBytes / 1e6);
  const [made = Number.NaN, byPeer = Number.NaN] = [archiveBytes.get(ours), archiveBytes.get(peer)];
  return [
    ratioGate(
      `throughput of ours over that of archiver, level ${level}`,
      medianRatio(wall(peer), wall(ours)),
      goal,
    ),
    limitGate(`size of ours above that of archiver, level ${level}`, (made / byPeer - 1) * 100, 0.1, '%'),
    limitGate(`peak memory of ours, level ${level}`, median(peakMb), 160, 'MB'),
  ];
}
