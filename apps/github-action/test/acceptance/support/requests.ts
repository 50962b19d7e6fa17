import type { Sandbox, TranscriptEntry } from '@modelferry/sandbox';
import { setTimeout as wait } from 'node:timers/promises';

/** What a vendor was asked, in order: `retrainUpload`, `put`. @param from leaves out as many at the beginning @default 0 */
export const asked = (sandbox: Sandbox, from = 0): readonly string[] =>
  sandbox
    .requests()
    .slice(from)
    .map(({ operation }) => operation);

/** The requests of one kind. */
export const requestsOf = (sandbox: Sandbox, operation: string): readonly TranscriptEntry[] =>
  sandbox.requests().filter((request) => request.operation === operation);

/** How many requests of one kind there were. */
export const countOf = (sandbox: Sandbox, operation: string): number => requestsOf(sandbox, operation).length;

/**
 * The moment at which a request has come so far, for a cancel.
 * @param reached @default that it is answered
 */
export function whenAsked(
  sandbox: Sandbox,
  operation: string,
  reached: (request: TranscriptEntry) => boolean = ({ answered }) => answered,
): (signal: AbortSignal) => Promise<void> {
  return async (signal) => {
    while (!requestsOf(sandbox, operation).some(reached)) await wait(5, undefined, { signal });
  };
}
