import { join } from 'node:path';
import {
  bundle,
  makeCertificate,
  makeFile,
  measureRounds,
  nativeProgram,
  runChild,
  startSink,
  type Bench,
  type BenchContext,
  type Certificate,
  type Contestant,
  type Rounds,
} from '../harness/index.ts';
import { contestants, curl, ours, type Programs } from './contestants.ts';
import { uploadReport, type TestFile } from './upload-report.ts';

const mib = 1024 * 1024;

/** One file by a presigned PUT, in the clear and over TLS, against `curl -T`. */
export const uploadBench: Bench = async (context) => {
  const { quick, signal, folder } = context;
  const rounds = quick ? 3 : 7;
  const program = (name: string) => bundle(join(import.meta.dirname, `${name}.ts`), folder, name);
  const programs: Programs = {
    ours: await program('put-file'),
    axios: await program('axios-file'),
    sender: await nativeProgram('sender', folder, signal),
    tlsSender: await nativeProgram('sender-tls', folder, signal),
  };
  const tls = await makeCertificate(context);
  const large = await testFile(context, 'large', quick ? 1024 * mib : 4096 * mib);
  const small = await testFile(context, 'small', 64 * mib);

  await proveContents(context, programs, [large, small]);
  await proveContents(context, programs, [large], tls);
  const results = {
    large: await measureUploads(context, programs, rounds, large),
    largeTls: await measureUploads(context, programs, rounds, large, { tls }),
    small: await measureUploads(context, programs, rounds, small, {
      only: ({ name }) => name === ours || name === curl,
    }),
  };
  return uploadReport({ rounds, large, small }, results);
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
  { ours: program }: Programs,
  files: readonly TestFile[],
  tls?: Certificate,
): Promise<void> {
  const sink = await startSink(context, { crc: true, tls });
  try {
    for (const { path, bytes, crc } of files) {
      const args = [`${sink.url}/file`, path, ...(tls ? [tls.certificate] : [])];
      await runChild([process.execPath, program, ...args], context.signal);
      const received = await sink.next();
      if (received.bytes !== bytes || received.crc !== crc)
        throw new Error('What arrived is not what was sent.');
      context.log(`${bytes / mib} MiB arrived as they were sent (CRC-32 ${crc})`);
    }
  } finally {
    await sink.close();
  }
}

interface Setting {
  readonly tls?: Certificate;
  /** Who takes part. @default all */
  only?(contestant: Contestant): boolean;
}

async function measureUploads(
  context: BenchContext,
  programs: Programs,
  rounds: number,
  file: TestFile,
  { tls, only = () => true }: Setting = {},
): Promise<Rounds> {
  const sink = await startSink(context, { tls });
  try {
    const receiver = { ...sink, certificate: tls?.certificate };
    const all = await contestants(programs, receiver, file, context);
    return await measureRounds(context, rounds, all.filter(only), async ({ name }) => {
      const { bytes } = await sink.next();
      if (bytes !== file.bytes) throw new Error(`${name} sent ${bytes} bytes, not ${file.bytes}.`);
    });
  } finally {
    await sink.close();
  }
}
