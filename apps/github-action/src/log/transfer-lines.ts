import type { Clock } from '@modelferry/http';
import type { ProgressEvent } from '@modelferry/operation';
import { amountOf, timeOf } from './amounts.ts';

/** A line for each tenth of a transfer, and no longer than so many milliseconds without one. */
const tenths = 10;
const lineEveryMs = 30_000;
/** A rate over less than so many milliseconds would be one of the machine's buffers. */
const measurableMs = 250;

export type TransferEvent = Extract<ProgressEvent, { type: 'upload' | 'download' }>;

interface Transfer {
  /** The last that was heard of it. */
  last: TransferEvent;
  /** Where it stood when it was first heard of: what came before took an unknown time. */
  readonly firstBytes: number;
  readonly startedAtMs: number;
  saidBytes: number;
  saidTenth: number;
  saidAtMs: number;
}

/** Turns the many steps of transfers into few lines. */
export interface TransferLines {
  /** @returns a line where one is due */
  line(event: TransferEvent): string | undefined;
  /** No transfer goes on. @returns the last lines of those whose end could not be seen, since they had no length */
  rest(): readonly string[];
}

export function transferLines(clock: Pick<Clock, 'now'>): TransferLines {
  const transfers = new Map<string, Transfer>();
  const line = (event: TransferEvent): string | undefined => {
    const { type, name, bytes, totalBytes } = event;
    const key = `${type} ${name}`;
    const now = clock.now();
    const known = transfers.get(key);
    // Fewer than before: it has begun anew
    const transfer =
      known && known.last.bytes <= bytes
        ? known
        : { last: event, firstBytes: bytes, startedAtMs: now, saidBytes: 0, saidTenth: 0, saidAtMs: now };
    transfers.set(key, transfer);
    transfer.last = event;
    const tenth = totalBytes ? Math.floor((bytes / totalBytes) * tenths) : 0;
    const isOver = bytes === totalBytes && transfer.saidBytes !== bytes;
    if (!isOver && tenth <= transfer.saidTenth && now - transfer.saidAtMs < lineEveryMs) return undefined;
    return say(transfer, tenth);
  };
  const say = (transfer: Transfer, tenth: number): string => {
    transfer.saidTenth = tenth;
    transfer.saidBytes = transfer.last.bytes;
    transfer.saidAtMs = clock.now();
    return lineOf(transfer.last, transfer, transfer.saidAtMs - transfer.startedAtMs);
  };
  return {
    line,
    rest: () =>
      [...transfers.values()]
        .filter(({ last, saidBytes }) => last.totalBytes === undefined && last.bytes !== saidBytes)
        .map((transfer) => say(transfer, 0)),
  };
}

function lineOf(
  { type, name, bytes, totalBytes }: TransferEvent,
  { firstBytes }: Transfer,
  tookMs: number,
): string {
  const verb = type === 'upload' ? 'Sent' : 'Received';
  const perMs = tookMs >= measurableMs ? (bytes - firstBytes) / tookMs : 0;
  const rate = perMs > 0 ? `, ${amountOf(perMs * 1_000)}/s` : '';
  if (bytes === totalBytes) {
    return `${verb} all ${amountOf(bytes)} of "${name}"${tookMs >= 1_000 ? ` in ${timeOf(tookMs)}` : ''}${rate}`;
  }
  if (totalBytes === undefined) return `${verb} ${amountOf(bytes)} of "${name}"${rate}`;
  const share = `${Math.floor((bytes / totalBytes) * 100)} %`;
  const left = perMs > 0 ? `, about ${timeOf(Math.max(1_000, (totalBytes - bytes) / perMs))} left` : '';
  return `${verb} ${amountOf(bytes)} of ${amountOf(totalBytes)} of "${name}" (${share})${rate}${left}`;
}
