import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import type { CancelMeans, CancelWatch } from './cancel.ts';
import { killLeaks } from './leaks.ts';
import { lineSplitter } from './line-splitter.ts';
import type { Leak, SentSignal } from './stage-result.ts';
import { endsWithin, stopProcess, type Patience } from './stop-process.ts';

/** A process to run, and how to watch it. */
export interface ProcessRequest {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Why it is not even tried. */
  readonly refused?: string;
  /** The value of the tracking variable in the environment. */
  readonly trackingId: string;
  readonly killLeaks: boolean;
  readonly timeoutMinutes?: number;
  readonly cancelled: CancelWatch;
  readonly inContainer: boolean;
  readonly patience: Patience;
  readonly onLine: (stream: 'stdout' | 'stderr', line: string) => void;
  /** The clock of the stage, in milliseconds. */
  readonly ms: () => number;
}

/** How a process ended. */
export interface ProcessEnd {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What the runner did to end it. Undefined when it ended by itself. */
  readonly stoppedBy?: CancelMeans;
  /** Why it could not start. */
  readonly fault?: string;
  readonly signals: readonly SentSignal[];
  readonly leaks: readonly Leak[];
}

/** A process seen twice over this time is no longer on its way out, in milliseconds. */
const lingerMs = 250;

/** Runs a process to its end, or ends it when it is cancelled or its time is over. */
export async function runProcess(request: ProcessRequest): Promise<ProcessEnd> {
  const { program, args, cwd, environment, patience, onLine } = request;
  const signals: SentSignal[] = [];
  const nothing = { exitCode: null, signal: null, signals, leaks: [] };
  if (request.refused !== undefined) return { ...nothing, fault: request.refused };

  let child;
  try {
    child = spawn(program, args, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    return { ...nothing, fault: error instanceof Error ? error.message : String(error) };
  }
  const ended = Promise.withResolvers<{ exitCode: number | null; signal: NodeJS.Signals | null }>();
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.once('exit', (exitCode, signal) => ended.resolve({ exitCode, signal }));
  const fault = new Promise<string>((resolve) => child.once('error', ({ message }) => resolve(message)));
  const streams = [
    readLines(child.stdout, (line) => onLine('stdout', line)),
    readLines(child.stderr, (line) => onLine('stderr', line)),
  ];

  const over = new AbortController();
  const send = (signal: NodeJS.Signals) => {
    signals.push({ ms: request.ms(), signal });
    child.kill(signal);
  };
  let stoppedBy: CancelMeans | undefined;
  const stop = async (means: CancelMeans) => {
    if (over.signal.aborted || stoppedBy !== undefined) return;
    stoppedBy = means;
    await stopProcess({ send, ended: ended.promise }, means, patience, request.inContainer);
  };
  let broken: { readonly error: unknown } | undefined;
  request.cancelled.start();
  void request.cancelled.means.then(stop, (error: unknown) => {
    broken = { error };
    if (!over.signal.aborted) send('SIGKILL');
  });
  if (request.timeoutMinutes !== undefined) {
    const timeMs = request.timeoutMinutes * 60_000;
    wait(timeMs, undefined, { ref: false, signal: over.signal }).then(
      () => stop('timeout'),
      () => undefined,
    );
  }

  try {
    const end = await Promise.race([ended.promise, fault]);
    over.abort();
    if (typeof end === 'string') return { ...nothing, fault: end };
    const leaks = await leaksOf(request, await endsWithin(closed, patience.pipesMs));
    for (const stream of streams) stream.end();
    if (broken !== undefined) throw broken.error;
    return { ...end, stoppedBy, signals, leaks };
  } finally {
    over.abort();
    child.stdout.destroy();
    child.stderr.destroy();
  }
}

async function leaksOf(
  { killLeaks: kill, trackingId }: ProcessRequest,
  pipesClosed: boolean,
): Promise<readonly Leak[]> {
  if (!kill) return [];
  const leaks = await killLeaks(trackingId, lingerMs);
  if (pipesClosed || leaks.length > 0) return leaks;
  return [{ command: 'a process that holds the pipes of the stage' }];
}

function readLines(stream: Readable, onLine: (line: string) => void): { end(): void } {
  const splitter = lineSplitter();
  let open = true;
  const end = () => {
    if (open) splitter.end().forEach(onLine);
    open = false;
  };
  stream.on('data', (bytes: Buffer) => splitter.push(bytes).forEach(onLine));
  stream.once('end', end);
  return { end };
}
