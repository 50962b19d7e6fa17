import type { AbejaClient } from '../../src/index.ts';

/** A part of a form, with its file's name and media type. */
export interface WirePart {
  readonly name: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly content: string;
}

/**
 * A request of the specification, to the byte. JSON stands as the vendor's own client spells it, with spaces; `{T}` is the
 * path of all training calls, `{job}` and `{model}` are what the world of the row has.
 */
export interface WireRequest {
  /** Method, path and query. */
  readonly line: string;
  readonly json?: string;
  readonly form?: readonly WirePart[];
  /** Of a request without a body, where it is sent all the same. */
  readonly contentType?: string;
}

/** What is there before a row is played, by name. */
export interface WireWorld {
  readonly job: string;
  readonly model: string;
}

/** One operation of the reference. */
export interface WireRow {
  /** Its number and its name there. */
  readonly operation: string;
  /** How far the job has come. @default it waits */
  readonly job?: 'complete' | 'stopped';
  /** As our client sends it. */
  readonly ours: WireRequest;
  readonly send: (client: AbejaClient, world: WireWorld, signal: AbortSignal) => Promise<unknown>;
  /** As the vendor's own clients send it, where they do it in another way, too. */
  readonly theirs?: readonly WireRequest[];
  /** The whole answer as JSON, where the specification gives it; else what it has of what was asked. */
  readonly answer: string | object;
}

/** What the vendor's command line sends with every call, whether or not there is a body. */
export const asJson = { contentType: 'application/json' };

/** Whatever text, or number. */
export const aText: unknown = expect.any(String);
export const aNumber: unknown = expect.any(Number);
