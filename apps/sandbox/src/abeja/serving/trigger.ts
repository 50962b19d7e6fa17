import type { Fields } from '../fields.ts';

/** Starts a run for each new file of a channel. */
export interface Trigger {
  readonly id: string;
  readonly channelId: string;
  /** What the runs are made with: version, model, environment, retries. */
  readonly fields: Fields;
  readonly createdMs: number;
  readonly modifiedMs: number;
}
