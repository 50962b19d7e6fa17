import type { Clock } from '@modelferry/http';
import type { ProgressEvent } from '@modelferry/operation';
import { amountOf, timeOf } from './amounts.ts';

/** A line for each tenth of a transfer, and no longer than so many milliseconds without one. */
const tenths = 10;
const lineEveryMs = 30_000;

export type TransferEvent = Extract<ProgressEvent, { type: 'upload' | 'download' }>;

interface Transfer {
  /** Where it stood when it was first heard of: what came before took an unknown time. */
  readonly firstBytes: number;
  readonly startedAtMs: number;
  bytes: number;
  saidTenth: number;
  saidAtMs: number;
}

/** Turns the many steps of transfers into few lines. @returns a line where one is due */
export function transferLines(clock: Pick<Clock, 'now'>): (event: TransferEvent) => string | undefined {
  const transfers = new Map<string, Transfer>();
  return (event) => {
    const { type, name, bytes, totalBytes } = event;
    const key = `${type} ${name}`;
    const now = clock.now();
    const known = transfers.get(key);
    // Fewer than before: it has begun anew
    const transfer =
      known && known.bytes <= bytes
        ? known
        : { firstBytes: bytes, startedAtMs: now, bytes, saidTenth: 0, saidAtMs: now };
    transfers.set(key, transfer);
    const over = bytes === totalBytes && (known !== transfer || transfer.bytes !== bytes);
    transfer.bytes = bytes;
    const tenth = totalBytes ? Math.floor((bytes / totalBytes) * tenths) : 0;
    if (!over && tenth <= transfer.saidTenth && now - transfer.saidAtMs < lineEveryMs) return undefined;
    transfer.saidTenth = tenth;
    transfer.saidAtMs = now;
    return lineOf(event, transfer, now - transfer.startedAtMs);
  };
}

function lineOf(
  { type, name, bytes, totalBytes }: TransferEvent,
  { firstBytes }: Transfer,
  tookMs: number,
): string {
  const verb = type === 'upload' ? 'Sent' : 'Received';
  const perMs = tookMs > 0 ? (bytes - firstBytes) / tookMs : 0;
  const rate = perMs > 0 ? `, ${amountOf(perMs * 1_000)}/s` : '';
  if (bytes === totalBytes) {
    return `${verb} all ${amountOf(bytes)} of "${name}"${tookMs >= 1_000 ? ` in ${timeOf(tookMs)}` : ''}${rate}`;
  }
  if (totalBytes === undefined) return `${verb} ${amountOf(bytes)} of "${name}"${rate}`;
  const share = `${Math.floor((bytes / totalBytes) * 100)} %`;
  const left = perMs > 0 ? `, about ${timeOf(Math.max(1_000, (totalBytes - bytes) / perMs))} left` : '';
  return `${verb} ${amountOf(bytes)} of ${amountOf(totalBytes)} of "${name}" (${share})${rate}${left}`;
}
