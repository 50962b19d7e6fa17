import { readdir } from 'node:fs/promises';
import type { NodeTransport } from '@modelferry/node-host';
import type { JobRecord, ProgressEvent } from '@modelferry/operation';
import type { Inputs, Play } from '../plays/play.ts';
import type { SeenRequest, Stage } from '../stage/stage.ts';
import { openScene, type Scene } from './scene.ts';

/** What became visible of one run. */
export interface Performance {
  /** Undefined where it did not end. */
  readonly result: PromiseSettledResult<unknown> | undefined;
  readonly events: readonly ProgressEvent[];
  readonly records: readonly JobRecord[];
  readonly requests: readonly SeenRequest[];
  /** Sleeps that were left behind. */
  readonly sleeping: number;
  /** Requests and answers that were left behind. */
  readonly open: number;
  /** Files outside the folder where they are to be kept, and halves of files. */
  readonly astray: readonly string[];
  readonly tookMs: number;
  /** As a host takes secrets out of what it shows. */
  readonly redact: (text: string) => string;
}

/** Longest time of one run, in real milliseconds; its own clock stands still while a server of this machine works. */
const usualPatienceMs = 20_000;
/** How long what goes on beside an error may take to end, in real milliseconds. */
const graceMs = 2_000;

/** Runs a play once, and looks at what is left when it has ended. */
export async function perform(
  play: Play,
  inputs: Inputs,
  node: NodeTransport,
  stage: Stage,
  patienceMs = usualPatienceMs,
): Promise<Performance> {
  const scene = await openScene(node, stage);
  const startedAtMs = Date.now();
  const settled = Promise.allSettled([play.run(scene.world, inputs)]).then(([result]) => result);
  const result = await Promise.race([settled, elapsed(patienceMs)]);
  const tookMs = Date.now() - startedAtMs;
  if (result === undefined) scene.abort.abort(new Error('It took too long.'));
  await allEnded(scene);
  const { events, ledger, clock, transport } = scene;
  const astray = await filesAstray(scene);
  const left = { sleeping: clock.pending, open: transport.open };
  scene.abort.abort(new Error('The run is over.'));
  transport.cancelAll();
  await scene.close();
  return {
    ...{ result, events, records: ledger.records, requests: stage.seen, astray, tookMs },
    ...{ ...left, redact: scene.world.secrets.redact },
  };
}

/** Lets end what is about to: a request beside the one that failed. */
async function allEnded({ clock, transport }: Scene): Promise<void> {
  for (const endsAtMs = Date.now() + graceMs; Date.now() < endsAtMs; await elapsed(3))
    if (clock.pending === 0 && transport.open === 0) return;
}

async function filesAstray({ folder }: Scene): Promise<readonly string[]> {
  const paths = await readdir(folder, { recursive: true });
  return paths.filter((path) => path !== 'kept' && !/^kept[/\\](?!\.modelferry-)[^/\\]+$/.test(path));
}

const elapsed = (ms: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), ms).unref());
