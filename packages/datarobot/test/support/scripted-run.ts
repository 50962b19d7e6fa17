import { createSecrets } from '@modelferry/auth';
import type { JobRecord, ProgressEvent, RunContext } from '@modelferry/operation';
import {
  autoClock,
  memoryLedger,
  memorySink,
  scriptedTransport,
  type FakeClock,
  type ScriptedTransport,
  type ScriptStep,
} from '@modelferry/testkit';
import { createDataRobotClient, type DataRobotClient, type DataRobotOptions } from '../../src/index.ts';

export const apiToken = 'NjQ-secret-token-0123456789';
export const endpoint = 'https://dr.example/api/v2';

/** An operation's world over a transport that answers as planned. */
export interface ScriptedRun {
  readonly context: RunContext<DataRobotClient>;
  readonly client: DataRobotClient;
  readonly transport: ScriptedTransport;
  readonly clock: FakeClock;
  readonly events: ProgressEvent[];
  readonly records: JobRecord[];
  /** What was saved, by name. */
  readonly files: Map<string, Uint8Array>;
  readonly abort: AbortController;
}

export function scriptedRun(
  steps: readonly ScriptStep[],
  { records = [], ...options }: Partial<DataRobotOptions> & { readonly records?: JobRecord[] } = {},
): ScriptedRun {
  const clock = autoClock();
  const transport = scriptedTransport(steps);
  const events: ProgressEvent[] = [];
  const files = new Map<string, Uint8Array>();
  const abort = new AbortController();
  const client = createDataRobotClient({
    transport,
    apiToken,
    endpoint,
    clock,
    secrets: createSecrets(),
    random: () => 0.5,
    warn: (message) => events.push({ type: 'warning', message }),
    ...options,
  });
  const context: RunContext<DataRobotClient> = {
    client,
    clock,
    jobs: memoryLedger(records),
    signal: abort.signal,
    random: () => 0.5,
    progress: (event) => events.push(event),
    save: memorySink(files),
  };
  return { context, client, transport, clock, events, records, files, abort };
}

/** Warnings among the events. */
export const warningsOf = ({ events }: Pick<ScriptedRun, 'events'>): string[] =>
  events.flatMap((event) => (event.type === 'warning' ? [event.message] : []));
