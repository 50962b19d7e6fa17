import {
  limitGate,
  median,
  medianRatio,
  ratioGate,
  throughputTable,
  type BenchReport,
  type Measurement,
  type Rounds,
} from '../harness/index.ts';
import { curl, limit, ours } from './contestants.ts';

/** A file that is sent. */
export interface TestFile {
  readonly path: string;
  readonly bytes: number;
  /** CRC-32 */
  readonly crc: number;
}

/** What was measured. */
export interface UploadResults {
  readonly large: Rounds;
  readonly largeTls: Rounds;
  readonly small: Rounds;
}

const mib = 1024 * 1024;

/** The figures, and what they should be. */
export function uploadReport(
  { rounds, large, small }: { readonly rounds: number; readonly large: TestFile; readonly small: TestFile },
  results: UploadResults,
): BenchReport {
  const size = `${large.bytes / mib} MiB`;
  const smallSize = `${small.bytes / mib} MiB`;
  return {
    title: 'Upload of one file',
    conditions: [
      `A file of ${size} and one of ${smallSize}, in the page cache, by a PUT with an exact Content-Length.`,
      'The receiver is a program in C on the same machine that throws the body away; it counts the bytes of every run.',
      'Over TLS 1.3 it walks from record to record and decrypts none, or it would be what limits a sender; the certificate is checked by all but the sender in C.',
      'Every figure is that of a whole process: start, sending, answer, end. Ours runs bundled, as it ships.',
      `${rounds} rounds, all contestants in turn in each. Times are medians; ratios are taken in each round, then the median.`,
      `Contents are proven in a pass of their own, in the clear and over TLS: the CRC-32 at the receiver was that of the file (${large.crc}).`,
    ],
    tables: [
      throughputTable(size, results.large, large.bytes, curl),
      throughputTable(`${size} over TLS`, results.largeTls, large.bytes, curl),
      throughputTable(`${smallSize} (starting the process counts most)`, results.small, small.bytes, curl),
    ],
    gates: [
      ratioGate(`throughput of ours over that of curl, ${size}`, overCurl(results.large, ours), 1),
      ratioGate(
        `throughput of ours over that of curl, ${size} over TLS`,
        overCurl(results.largeTls, ours),
        1,
      ),
      ratioGate('throughput of the receiver over that of curl', overCurl(results.large, limit), 1.5),
      ratioGate(
        'throughput of the receiver over that of curl, over TLS',
        overCurl(results.largeTls, limit),
        1.2,
      ),
      limitGate(`highest peak memory of ours, ${size}`, Math.max(...peakMb(results.large)), 100, 'MB'),
      limitGate(
        `highest peak memory of ours, ${size} over TLS`,
        Math.max(...peakMb(results.largeTls)),
        100,
        'MB',
      ),
      limitGate(
        `peak memory of ours, ${size} above ${smallSize}`,
        median(peakMb(results.large)) - median(peakMb(results.small)),
        10,
        'MB',
      ),
    ],
    measurements: Object.fromEntries(
      Object.entries(results).map(([name, measured]: [string, Rounds]) => [
        name,
        Object.fromEntries(measured),
      ]),
    ),
  };
}

const of = (rounds: Rounds, name: string): readonly Measurement[] => rounds.get(name) ?? [];

const peakMb = (rounds: Rounds): number[] => of(rounds, ours).map(({ peakBytes }) => peakBytes / 1e6);

function overCurl(rounds: Rounds, name: string): number {
  const wall = (each: string) => of(rounds, each).map(({ wallMs }) => wallMs);
  return medianRatio(wall(curl), wall(name));
}
