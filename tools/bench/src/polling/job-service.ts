import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { bundle, type BenchContext } from '../harness/index.ts';

/** What the vendor has seen since a run began. */
export interface Seen {
  /** When each poll arrived, in milliseconds since 1970. */
  readonly pollsAtMs: readonly number[];
  /** Most connections at a time. */
  readonly most: number;
  /** Connections that were opened. */
  readonly opened: number;
}

/** The vendor whose jobs are waited for, in a process of its own. */
export interface JobService {
  readonly url: string;
  /** Jobs run from now on, and what is seen is counted anew. */
  begin(): Promise<void>;
  seen(): Promise<Seen>;
  /** From now on every job has ended well. */
  finish(): Promise<void>;
  close(): void;
}

/** Starts the vendor on a free port of the loopback. */
export async function startJobService({ folder, signal }: BenchContext): Promise<JobService> {
  const script = await bundle(join(import.meta.dirname, 'job-server.ts'), folder, 'job-server');
  const child = fork(script, { signal });
  child.on('error', () => undefined); // An abort; whoever waits for its answer hears of it
  const port = await nextMessage<number>(child, signal);
  const ask = (what: string): Promise<Seen> => {
    const answer = nextMessage<Seen>(child, signal);
    child.send(what);
    return answer;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    begin: async () => void (await ask('begin')),
    seen: () => ask('seen'),
    finish: async () => void (await ask('finish')),
    close: () => void child.kill(),
  };
}

/** What a forked program says next. @throws Error when it ends before */
export async function nextMessage<T>(child: ChildProcess, signal: AbortSignal): Promise<T> {
  const over = new AbortController();
  try {
    const ended = once(child, 'exit', { signal: over.signal }).then(([code]) => {
      throw new Error(`A program of the bench ended early, with ${code}.`);
    });
    const told = once(child, 'message', { signal: AbortSignal.any([signal, over.signal]) });
    const [message] = await Promise.race([told, ended]);
    return message as T;
  } finally {
    over.abort();
  }
}
