import {
  limitGate,
  medianRatio,
  ratioGate,
  throughputTable,
  type BenchReport,
  type Rounds,
  type TableFile,
} from '../harness/index.ts';
import {
  csvParse,
  curl,
  inOrder,
  partCount,
  pythonCsv,
  pythonPattern,
  reading,
  split,
  twoInFlight,
} from './contestants.ts';

/** What was measured, and on what. */
export interface MultipartResults {
  readonly tables: Readonly<Record<'large' | 'medium' | 'quoted' | 'plain', TableFile>>;
  readonly rounds: { readonly ours: number; readonly others: number };
  /** CRC-32 of each part. */
  readonly proven: readonly number[];
  readonly sent: Rounds;
  readonly rewritten: Rounds;
  readonly quoted: Rounds;
  readonly plain: Rounds;
}

const mibOf = ({ bytes }: TableFile): string => `${Math.round(bytes / 1024 / 1024)} MiB`;

/** The figures, and what they should be. */
export function multipartReport(results: MultipartResults): BenchReport {
  const { tables, rounds, proven, sent, rewritten, quoted, plain } = results;
  const { large, medium } = tables;
  return {
    title: 'Upload of a table in parts',
    conditions: [
      `A CSV of ${mibOf(large)} and ${large.rows} rows, of which one in ten has quoted fields, and a third of those line breaks within; in the page cache.`,
      `Ours is the client of DataRobot's batch predictions on the Node.js host: the table is looked at, cut on the ends of records into ${partCount} parts, its rows counted and its encoding checked; each part is a PUT with the header and a range of the file, and a call ends them. curl sends the file as it is, unsplit and unchecked.`,
      'The receiver is a program in C on the same machine that throws bodies away and counts their bytes.',
      `The pattern of the vendor's own client is a script of ours: Python's csv reads rows, writes them anew, and sends each 5 MiB one after the other. It gets a table of ${mibOf(medium)}.`,
      'Every figure is that of a whole process: start, sending, answer, end. Ours runs bundled, as it ships.',
      `${rounds.ours} rounds where ours is compared with curl and with reading, ${rounds.others} with the slow ones, all contestants in turn in each. Times are medians; ratios are taken in each round, then the median.`,
      `Contents are proven in a pass of their own: the CRC-32 of each of the ${proven.length} parts at the receiver was that of the header and its range, the ranges were the whole table, all rows were counted, and no temporary file was written.`,
    ],
    tables: [
      throughputTable(`${mibOf(large)} in ${partCount} parts`, sent, large.bytes, curl),
      throughputTable(`${mibOf(medium)}, against rows written anew`, rewritten, medium.bytes, inOrder),
      throughputTable(
        `Splitting ${mibOf(tables.quoted)} in which every field is quoted`,
        quoted,
        tables.quoted.bytes,
        split,
      ),
      throughputTable(`Splitting ${mibOf(tables.plain)} without quotes`, plain, tables.plain.bytes, reading),
    ],
    gates: [
      ratioGate('throughput over that of curl, part by part', over(sent, curl, inOrder), 0.8),
      ratioGate('throughput over that of curl, two parts at a time', over(sent, curl, twoInFlight), 1),
      ...[inOrder, twoInFlight].map((name) =>
        limitGate(`highest peak memory: ${name}`, peakMb(sent, name), 110, 'MB'),
      ),
      ...optional(rewritten, pythonPattern, (peer) =>
        ratioGate("throughput over that of the vendor's own pattern", over(rewritten, peer, inOrder), 20),
      ),
      ...optional(quoted, pythonCsv, (peer) =>
        ratioGate("splitting over Python's csv, every field quoted", over(quoted, peer, split), 6),
      ),
      ratioGate('splitting over csv-parse, every field quoted', over(quoted, csvParse, split), 20),
      ratioGate('splitting over bare reading, no quotes', over(plain, reading, split), 0.5),
    ],
    measurements: Object.fromEntries(
      Object.entries({ sent, rewritten, quoted, plain }).map(([name, measured]) => [
        name,
        Object.fromEntries(measured),
      ]),
    ),
  };
}

const walls = (rounds: Rounds, name: string) => (rounds.get(name) ?? []).map(({ wallMs }) => wallMs);
const over = (rounds: Rounds, peer: string, ours: string) =>
  medianRatio(walls(rounds, peer), walls(rounds, ours));
const peakMb = (rounds: Rounds, name: string) =>
  Math.max(...(rounds.get(name) ?? []).map(({ peakBytes }) => peakBytes / 1e6));

/** What is held against a peer that is not on every machine. */
const optional = <T>(rounds: Rounds, peer: string, gate: (peer: string) => T): readonly T[] =>
  rounds.has(peer) ? [gate(peer)] : [];
