import type { Clock } from '@modelferry/http';
import type { JobReference } from '@modelferry/polling';
import type { Crc32, Deflater, OutgoingFile, SavedFile, ScratchStore } from '@modelferry/upload';
import type { ProgressEvent } from './progress.ts';

/** A job together with how far the request that made it has come. */
export interface JobRecord extends JobReference {
  /** The operation's own word: `issued`, `uploading`, `uploaded`. */
  readonly phase: string;
  /** What tells this request from another one with other inputs: an earlier job of another request is never taken up. */
  readonly fingerprint: string;
  /**
   * Whether it is only a note of what was asked for, before there is an ID: its `id` then says what was there before. It
   * names nothing that goes on, and so nothing to show, to wait for or to end. @default false
   */
  readonly note?: boolean;
}

/** Remembers jobs so that nothing started is ever lost or started twice. */
export interface JobLedger {
  /** Makes the job's ID survive whatever happens next. Called again when the phase changes. Holds no secret. */
  keep(record: JobRecord): Promise<void>;
  /** The record an earlier try of this very request has kept. */
  earlier(kind: string, fingerprint: string): Promise<JobRecord | undefined>;
}

/** All that an operation may use of the world. */
export interface RunContext<Client> {
  readonly client: Client;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** From 0 to below 1, for jitter. */
  readonly random: () => number;
  readonly jobs: JobLedger;
  /** Where a file can be kept until it is sent; absent on hosts that have no such place. */
  readonly scratch?: ScratchStore;
  /** Compresses on several cores where the host can. @default the platform's, on one core */
  readonly deflater?: Deflater;
  /** The host's own, where it has a faster one. @default the engine's */
  readonly crc32?: Crc32;
  progress(event: ProgressEvent): void;
  /** Keeps a file for the user: n8n binary data, or a path. Whole or not at all. */
  save(file: OutgoingFile): Promise<SavedFile>;
}
