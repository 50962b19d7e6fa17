import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  bundle,
  measureRounds,
  runChild,
  startSink,
  type Bench,
  type BenchContext,
  type Contestant,
  type Received,
  type Rounds,
  type Sink,
  type TableFile,
} from '../harness/index.ts';
import {
  csvParse,
  curl,
  inOrder,
  partBytesOf,
  partCount,
  pythonPattern,
  pythonReading,
  pythonSending,
  reading,
  sending,
  split,
  twoInFlight,
  type Programs,
} from './contestants.ts';
import { multipartReport } from './multipart-report.ts';
import { proveParts } from './prove-parts.ts';
import { table } from './tables.ts';

const mib = 1024 * 1024;

/** A table in parts, as DataRobot's batch predictions take it, against `curl -T` of the whole, and what is found on the way. */
export const multipartBench: Bench = async (context) => {
  const { quick, folder } = context;
  const program = (name: string) => bundle(join(import.meta.dirname, `${name}.ts`), folder, name);
  const programs: Programs = {
    sendParts: await program('send-parts'),
    splitTable: await program('split-table'),
    readTable: await program('read-table'),
    csvParseTable: await program('csv-parse-table'),
  };
  const tables = {
    large: await table(context, 'large.csv', (quick ? 1024 : 4096) * mib, 'one row in ten is quoted'),
    medium: await table(context, 'medium.csv', (quick ? 128 : 512) * mib, 'one row in ten is quoted'),
    quoted: await table(context, 'quoted.csv', (quick ? 64 : 256) * mib, 'every field is quoted'),
    plain: await table(context, 'plain.csv', (quick ? 512 : 2048) * mib, 'no row is quoted'),
  };
  const rounds = { ours: quick ? 3 : 7, others: quick ? 1 : 3 };

  const proven = await proveContents(context, programs, tables.large);
  return multipartReport({
    ...{ tables, rounds, proven },
    sent: await measureSending(context, rounds.ours, tables.large, (url, { path }) => [
      { name: curl, command: ['curl', '-sS', '--fail', '-T', path, `${url}/file`] },
      { name: inOrder, command: sending(programs, url, tables.large, 1) },
      { name: twoInFlight, command: sending(programs, url, tables.large, 2) },
    ]),
    rewritten: await measureSending(context, rounds.others, tables.medium, async (url, { path }) => [
      { name: inOrder, command: sending(programs, url, tables.medium, 1) },
      ...(await pythonSending(url, path, context)),
    ]),
    quoted: await measureRounds(context, rounds.others, [
      splitting(programs, tables.quoted),
      { name: csvParse, command: [process.execPath, programs.csvParseTable, tables.quoted.path] },
      ...(await pythonReading(tables.quoted.path, context)),
    ]),
    plain: await measureRounds(context, rounds.ours, [
      splitting(programs, tables.plain),
      { name: reading, command: [process.execPath, programs.readTable, tables.plain.path] },
    ]),
  });
};

const splitting = ({ splitTable }: Programs, { path, bytes }: TableFile): Contestant => ({
  name: split,
  command: [process.execPath, splitTable, path, String(partBytesOf(bytes))],
});

/** The parts of one run: what came before the call that ends them. */
async function receivedParts(sink: Sink): Promise<readonly Received[]> {
  const parts: Received[] = [];
  for (let next = await sink.next(); next.method === 'PUT'; next = await sink.next()) parts.push(next);
  return parts;
}

/** Sends the table once to a sink that reads it, and sees that nothing was put on the disk for it. */
async function proveContents(
  context: BenchContext,
  programs: Programs,
  large: TableFile,
): Promise<readonly number[]> {
  const sink = await startSink(context, { crc: true });
  const temporary = join(context.folder, 'temporary');
  await mkdir(temporary);
  try {
    const said = await runChild(
      ['env', `TMPDIR=${temporary}`, ...sending(programs, sink.url, large, 1)],
      context.signal,
    );
    if (Number(said) !== large.rows)
      throw new Error(`${large.rows} rows were sent, and ${said.trim()} counted.`);
    const parts = await receivedParts(sink);
    if (parts.length !== partCount) throw new Error(`There were ${parts.length} parts.`);
    if ((await readdir(temporary)).length > 0) throw new Error('A temporary file was left.');
    const proven = await proveParts(large, parts);
    context.log(`${parts.length} parts arrived as they are in the table`);
    return proven;
  } finally {
    await sink.close();
  }
}

/** Measures contestants that send one table to a receiver. */
async function measureSending(
  context: BenchContext,
  rounds: number,
  file: TableFile,
  contestants: (url: string, file: TableFile) => readonly Contestant[] | Promise<readonly Contestant[]>,
): Promise<Rounds> {
  const sink = await startSink(context);
  try {
    return await measureRounds(context, rounds, await contestants(sink.url, file), async ({ name }) => {
      const parts = name === curl ? [await sink.next()] : await receivedParts(sink);
      const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
      const isOurs = name === inOrder || name === twoInFlight;
      if (isOurs && parts.length !== partCount) throw new Error(`${name} sent ${parts.length} parts.`);
      // Written anew, rows may be shorter; each further part has the header, too
      const least = name === pythonPattern ? 0.9 * file.bytes : file.bytes;
      if (bytes < least) throw new Error(`${name} sent ${bytes} bytes of ${file.bytes}.`);
    });
  } finally {
    await sink.close();
  }
}
