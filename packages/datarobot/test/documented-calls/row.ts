import type { DataRobotClient } from '../../src/index.ts';

/** One call: what is sent, and what is answered and given. */
export interface Row {
  readonly call: string;
  readonly send: (client: DataRobotClient, signal: AbortSignal) => Promise<unknown>;
  readonly answer: object;
  readonly request: string;
  readonly json?: unknown;
  /** The parts of a form: name, file name, content type, text. */
  readonly parts?: readonly (readonly unknown[])[];
  /** What the call gives, where it is more than what it was answered. */
  readonly gives?: unknown;
  readonly headers?: object;
}

export const page = { data: [], next: null, previous: null };

export const isJson = { 'content-type': 'application/json' };
