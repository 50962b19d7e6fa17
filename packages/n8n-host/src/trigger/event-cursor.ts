import type { Trigger } from '@modelferry/operation';
import type { IDataObject } from 'n8n-workflow';

/** What a trigger node remembers between polls, in its static data. */
export interface EventCursor {
  /** What the next poll begins with; undefined at first, and after the form was changed. */
  readonly base: unknown;
  /** Keeps what a poll has come to, together with what polls that overlapped it have left. */
  keep(next: unknown): void;
}

interface Stored {
  /** Of the event and its inputs: with others, it would be a cursor to other events. */
  readonly fingerprint: string;
  readonly cursor: unknown;
}

const slot = 'modelferryEvents';

/**
 * The cursor for these inputs. n8n saves static data after it has handed the events on, so that a crash in between tells
 * them again, and loses none.
 * @param staticData called anew each time: n8n may give another object to each poll
 */
export function eventCursor(
  staticData: () => IDataObject,
  trigger: Pick<Trigger, 'merge'>,
  fingerprint: string,
): EventCursor {
  const stored = () => plain(staticData()[slot]) as Stored | undefined;
  const atFirst = stored();
  const base = atFirst?.fingerprint === fingerprint ? atFirst.cursor : undefined;
  return {
    base,
    keep(next) {
      const now = stored();
      // A poll with inputs that are no longer those of the form has nothing to say
      if (now !== undefined && now.fingerprint !== fingerprint && now.fingerprint !== atFirst?.fingerprint)
        return;
      const isAlone = now === undefined || now.fingerprint !== fingerprint;
      const cursor = isAlone ? next : trigger.merge({ base, stored: now.cursor, next });
      staticData()[slot] = { fingerprint, cursor } as IDataObject;
    },
  };
}

/** Without n8n's proxies, which watch for changes. */
const plain = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
