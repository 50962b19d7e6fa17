import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecrets } from '@modelferry/auth';
import { fileSink, type NodeTransport } from '@modelferry/node-host';
import type { ProgressEvent } from '@modelferry/operation';
import {
  autoClock,
  memoryLedger,
  watchedTransport,
  type FakeClock,
  type MemoryLedger,
} from '@modelferry/testkit';
import type { World } from '../plays/play.ts';
import type { Stage } from '../stage/stage.ts';
import { countOpenAnswers, type CountingTransport } from './open-answers.ts';

/** The world of one run, and what can be seen of it from outside. */
export interface Scene {
  readonly world: World;
  readonly clock: FakeClock;
  readonly transport: CountingTransport;
  readonly events: readonly ProgressEvent[];
  readonly ledger: MemoryLedger;
  readonly abort: AbortController;
  /** Where files are kept. */
  readonly folder: string;
  close(): Promise<void>;
}

/**
 * Makes a world in which time passes only while nothing happens.
 * @param stage which knows when a server keeps still on purpose. @default none does
 */
export async function openScene(node: NodeTransport, stage?: Stage): Promise<Scene> {
  const clock = autoClock();
  const events: ProgressEvent[] = [];
  const ledger = memoryLedger();
  const abort = new AbortController();
  const folder = await mkdtemp(join(tmpdir(), 'modelferry-fuzz-'));
  const transport = countOpenAnswers(
    watchedTransport(node, {
      clock,
      hangs: (_, quietMs) => stage?.silentSinceMs !== undefined && Date.now() - stage.silentSinceMs > quietMs,
    }),
  );
  let lot = 0.5;
  const world: World = {
    ...{ clock, transport, jobs: ledger, signal: abort.signal },
    secrets: createSecrets(),
    sink: fileSink(join(folder, 'kept')),
    // The same numbers every time, and no two of them alike: marks are made of them
    random: () => (lot = (lot * 997 + 0.123) % 1),
    onProgress: (event) => void events.push(event),
  };
  const close = () => rm(folder, { recursive: true, force: true });
  return { world, clock, transport, events, ledger, abort, folder, close };
}
