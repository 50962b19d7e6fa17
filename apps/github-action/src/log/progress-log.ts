import type { Clock } from '@modelferry/http';
import { progressText, type ProgressEvent } from '@modelferry/operation';
import { timeOf } from './amounts.ts';
import { upperFirst } from '../text/upper-first.ts';
import type { Log } from './log.ts';
import { transferLines } from './transfer-lines.ts';

/** Longest silence of a step that is at work, in milliseconds: then it says that it still is. */
const silenceMs = 60_000;
/** Shortest time between two counts of rows, in milliseconds. */
const rowsEveryMs = 10_000;

/** Shows what an operation tells: its phases as groups, and of what repeats itself only so much that it can be followed. */
export interface ProgressLog {
  tell(event: ProgressEvent): void;
  /** Ends the heartbeat, and the group. */
  stop(): void;
}

export function startProgressLog(log: Log, clock: Clock): ProgressLog {
  const transfers = transferLines(clock);
  const over = new AbortController();
  let phase = 'at work';
  let phaseAtMs = clock.now();
  let status: string | undefined;
  let rowsAtMs = -Infinity;

  const sayRest = () => transfers.rest().forEach(log.line);
  const tell = (event: ProgressEvent): void => {
    switch (event.type) {
      case 'phase':
        sayRest();
        phase = event.title;
        phaseAtMs = clock.now();
        status = undefined;
        return log.group(event.title);
      case 'warning':
        return log.warning(event.message);
      case 'status':
        status = event.snapshot.rawStatus;
        return log.line(upperFirst(progressText(event)));
      case 'fault':
        return log.line(progressText(event));
      case 'rows':
        if (event.done < event.total && clock.now() - rowsAtMs < rowsEveryMs) return;
        rowsAtMs = clock.now();
        return log.line(progressText(event));
      case 'upload':
      case 'download': {
        const line = transfers.line(event);
        if (line !== undefined) log.line(line);
      }
    }
  };

  const beat = async (): Promise<void> => {
    for (;;) {
      await clock.sleep(Math.max(1, log.lastLineAtMs + silenceMs - clock.now()), over.signal);
      if (clock.now() - log.lastLineAtMs < silenceMs) continue;
      const what = status === undefined ? phase : `status ${status}`;
      log.line(`Still running after ${timeOf(clock.now() - phaseAtMs)}: ${what}`);
    }
  };
  void beat().catch(() => undefined); // The end of the sleep is the end of the step
  return {
    tell,
    stop() {
      if (!over.signal.aborted) sayRest();
      over.abort();
      log.endGroup();
    },
  };
}
