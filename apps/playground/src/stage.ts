import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { ownedFolder } from './host/owned-folder.ts';
import { Processes } from './host/processes.ts';

/** What one start of the playground owns: its processes, its temporary folder, and the signal that ends it. */
export interface Stage {
  readonly processes: Processes;
  readonly folder: string;
  /** Aborted by Ctrl-C and its kin. */
  readonly signal: AbortSignal;
  /** Has something else closed with the stage, after the processes. */
  readonly closeLater: (close: () => Promise<void>) => void;
  /** Stops every process, closes what was handed over, and removes the folder. */
  readonly close: () => Promise<void>;
}

/** A terminal sends Ctrl-C to us and to npm, which passes it on: within this time it is one and the same. */
const sameSignalMs = 500;
const stopGraceMs = 6000;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Sets the stage. The first signal asks for an orderly end, a later one ends at once. */
export async function openStage(onInterrupt: () => void): Promise<Stage> {
  const processes = new Processes();
  const folder = await ownedFolder(tmpdir(), 'modelferry-playground');
  const interrupted = new AbortController();
  const closers: (() => Promise<void>)[] = [];
  let firstAtMs: number | undefined;
  const onSignal = () => {
    if (firstAtMs === undefined) {
      firstAtMs = performance.now();
      onInterrupt();
      interrupted.abort(new Error('Interrupted'));
      void processes.stopAll(stopGraceMs);
    } else if (performance.now() - firstAtMs > sameSignalMs) {
      process.exit(130);
    }
  };
  const onExit = () => {
    processes.killAll();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  for (const signal of signals) process.on(signal, onSignal);
  process.on('exit', onExit);
  // Nobody reads what we say any more
  process.stdout.on('error', () => {
    if (firstAtMs === undefined) onSignal();
  });
  return {
    processes,
    folder,
    signal: interrupted.signal,
    closeLater: (close) => closers.push(close),
    close: async () => {
      await processes.stopAll(stopGraceMs);
      await Promise.all(closers.splice(0).map((close) => close()));
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
