import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  crcOfFile,
  limitGate,
  makeFile,
  measureRounds,
  medianRatio,
  ratioGate,
  runChild,
  startNative,
  throughputTable,
  type Bench,
  type BenchReport,
  type Rounds,
} from '../harness/index.ts';
import { contestants, curl, curlTo, ours, pipe } from './contestants.ts';

const mib = 1024 * 1024;

/** One file by a GET to the disk, against `curl -o`. */
export const downloadBench: Bench = async (context) => {
  const { quick, signal, folder, log } = context;
  const rounds = quick ? 3 : 7;
  const bytes = (quick ? 256 : 512) * mib;
  log(`writing a file of ${bytes / mib} MiB`);
  const file = join(folder, 'served');
  const crc = await makeFile(file, bytes, signal);
  const target = join(folder, 'downloaded');
  const server = await startNative(context, 'server', [file]);
  try {
    const all = await contestants(context, server, target);
    const prepare = async () => {
      await runChild(curlTo(server, target), signal);
      await rm(target);
    };
    const prove = async (name: string) => {
      const got = await crcOfFile(target);
      if (got !== crc) throw new Error(`What ${name} wrote is not what was served.`);
      await rm(target);
      await prepare();
    };
    await prepare();
    const results = await measureRounds(context, rounds, all, ({ name }) => prove(name));
    return report(rounds, bytes, results);
  } finally {
    await server.close();
  }
};

function report(rounds: number, bytes: number, results: Rounds): BenchReport {
  const wall = (name: string) => (results.get(name) ?? []).map(({ wallMs }) => wallMs);
  const peakMb = (results.get(ours) ?? []).map(({ peakBytes }) => peakBytes / 1e6);
  return {
    title: 'Download of one file',
    conditions: [
      `A file of ${bytes / mib} MiB, in the page cache, by a GET; written to a file that was not there before.`,
      'The server is a program in C on the same machine that lets the kernel send the file.',
      'Every figure is that of a whole process: start, receiving, writing, end. Programs in JavaScript run bundled.',
      `${rounds} rounds, all contestants in turn in each. Times are medians; ratios are taken in each round, then the median.`,
      'Before every run the file was fetched and removed once, untimed: a virtual machine gives memory that lies idle back to its host, and to get it again can cost more than the download.',
      'After every run the CRC-32 of what was written is that of what was served.',
    ],
    tables: [throughputTable(`${bytes / mib} MiB`, results, bytes, curl)],
    gates: [
      ratioGate('throughput of ours over that of curl', medianRatio(wall(curl), wall(ours)), 0.65),
      ratioGate('throughput of ours over that of fetch, piped', medianRatio(wall(pipe), wall(ours)), 1.6),
      limitGate('highest peak memory of ours', Math.max(...peakMb), 130, 'MB'),
    ],
    measurements: Object.fromEntries(results),
  };
}
