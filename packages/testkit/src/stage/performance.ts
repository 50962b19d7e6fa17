import type { JobRecord, ProgressEvent } from '@modelferry/operation';

/** One run of an operation, with all that became visible of it. */
export interface Performance {
  readonly result: PromiseSettledResult<unknown>;
  readonly events: readonly ProgressEvent[];
  /** What was saved, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly records: readonly JobRecord[];
}
