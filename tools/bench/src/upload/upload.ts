import { join } from 'node:path';
import {
  bundle,
  limitGate,
  makeFile,
  measureRounds,
  median,
  medianRatio,
  nativeProgram,
  ratioGate,
  runChild,
  startSink,
  throughputTable,
  type Bench,
  type BenchContext,
  type Contestant,
  type Measurement,
  type Rounds,
} from '../harness/index.ts';
import { contestants, curl, limit, ours } from './contestants.ts';

const mib = 1024 * 1024;
const smallBytes = 64 * mib;

interface TestFile {
  readonly path: string;
  readonly bytes: number;
  readonly crc: number;
}

/** One file by a presigned PUT, against `curl -T`. */
export const uploadBench: Bench = async (context) => {
  const { quick, signal, folder } = context;
  const rounds = quick ? 3 : 7;
  const large = await testFile(context, 'large', quick ? 1024 * mib : 4096 * mib);
  const small = await testFile(context, 'small', smallBytes);
  const programs = {
    ours: await bundle(join(import.meta.dirname, 'put-file.ts'), folder, 'put-file'),
    sender: await nativeProgram('sender', folder, signal),
  };

  await proveContents(context, programs, [large, small]);
  const sink = await startSink(context);
  try {
    const run = async (file: TestFile, only: (contestant: Contestant) => boolean = () => true) => {
      const all = await contestants(programs, sink, file, signal);
      return measureRounds(context, rounds, all.filter(only), async ({ name }) => {
        const { bytes } = await sink.next();
        if (bytes !== file.bytes) throw new Error(`${name} sent ${bytes} bytes, not ${file.bytes}.`);
      });
    };
    const ofLarge = await run(large);
    const ofSmall = await run(small, ({ name }) => name === ours || name === curl);
    return report(rounds, large, ofLarge, ofSmall);
  } finally {
    await sink.close();
  }
};

async function testFile(
  { folder, signal, log }: BenchContext,
  name: string,
  bytes: number,
): Promise<TestFile> {
  log(`writing a file of ${bytes / mib} MiB`);
  const path = join(folder, name);
  return { path, bytes, crc: await makeFile(path, bytes, signal) };
}

/** Sends each file once to a sink that reads it, so that the timed runs need not. */
async function proveContents(
  context: BenchContext,
  programs: { readonly ours: string },
  files: readonly TestFile[],
): Promise<void> {
  const sink = await startSink(context, { crc: true });
  try {
    for (const { path, bytes, crc } of files) {
      await runChild([process.execPath, programs.ours, `${sink.url}/file`, path], context.signal);
      const received = await sink.next();
      if (received.bytes !== bytes || received.crc !== crc)
        throw new Error('What arrived is not what was sent.');
      context.log(`${bytes / mib} MiB arrived as they were sent (CRC-32 ${crc})`);
    }
  } finally {
    await sink.close();
  }
}

function report(rounds: number, large: TestFile, ofLarge: Rounds, ofSmall: Rounds) {
  const wall = (name: string) => of(ofLarge, name).map(({ wallMs }) => wallMs);
  const peakMb = (results: Rounds) => of(results, ours).map(({ peakBytes }) => peakBytes / 1e6);
  const size = `${large.bytes / mib} MiB`;
  return {
    title: 'Upload of one file',
    conditions: [
      `A file of ${size} and one of ${smallBytes / mib} MiB, in the page cache, by a PUT with an exact Content-Length.`,
      'The receiver is a program in C on the same machine that throws the body away; it counts the bytes of every run.',
      'Every figure is that of a whole process: start, sending, answer, end. Ours runs bundled, as it ships.',
      `${rounds} rounds, all contestants in turn in each. Times are medians; ratios are taken in each round, then the median.`,
      `Contents are proven in a pass of their own: the CRC-32 at the receiver was that of the file (${large.crc}).`,
    ],
    tables: [
      throughputTable(`${size}`, ofLarge, large.bytes, curl),
      throughputTable(
        `${smallBytes / mib} MiB (starting the process counts most)`,
        ofSmall,
        smallBytes,
        curl,
      ),
    ],
    gates: [
      ratioGate(`throughput of ours over that of curl, ${size}`, medianRatio(wall(curl), wall(ours)), 1),
      ratioGate('throughput of the receiver over that of curl', medianRatio(wall(curl), wall(limit)), 1.5),
      limitGate(`highest peak memory of ours, ${size}`, Math.max(...peakMb(ofLarge)), 100, 'MB'),
      limitGate(
        `peak memory of ours, ${size} above ${smallBytes / mib} MiB`,
        median(peakMb(ofLarge)) - median(peakMb(ofSmall)),
        10,
        'MB',
      ),
    ],
    measurements: { large: Object.fromEntries(ofLarge), small: Object.fromEntries(ofSmall) },
  };
}

function of(rounds: Rounds, name: string): readonly Measurement[] {
  return rounds.get(name) ?? [];
}
