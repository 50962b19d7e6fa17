import { EngineError, isAmbiguous, isCancelled, pause, sendUntilTaken } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { hasMarker, newMarker, withMarker } from './marker.ts';

interface Described {
  readonly description?: string;
}

/** What is to be created, once. */
export interface Creation<Made extends Described> {
  /** Completes "Could not ...": `create a job of "churn"`. */
  readonly doing: string;
  /** What the user says of it. The marker is put behind it. */
  readonly description: string | undefined;
  /** Whether what is sent can be sent again. @default true */
  readonly replayable?: boolean;
  create(description: string): Promise<Made>;
  /** All that there are, archived ones included. */
  list(): AsyncIterable<Made>;
  /** The marker of an earlier try that never heard what became of it: then it is looked for, and nothing is sent. */
  readonly openMarker?: string;
  /** Called before it is sent. */
  onSend?(marker: string): Promise<void>;
  /** Called when it clearly was not created. */
  onRefused?(marker: string): Promise<void>;
  /** Called when no clear answer came, before it is looked for. */
  onOpen?(marker: string): Promise<void>;
}

/** Between the two looks, in milliseconds. Source: docs/vendors/abeja.md, 5.2. */
const betweenLooksMs = 5_000;

/**
 * Creates something that has a description, and never twice: after an answer that got lost, what has its marker is taken
 * for it.
 * @throws EngineError with code `outcome-unknown` when it may be there and cannot be seen
 * @throws what the call threw, when the vendor clearly refused it
 */
export async function createMarked<Made extends Described>(
  context: RunContext<unknown>,
  creation: Creation<Made>,
): Promise<Made> {
  const { clock, random } = context;
  const { doing, description, replayable, openMarker } = creation;
  if (openMarker !== undefined) return findMarked(context, creation, openMarker);
  const marker = newMarker(random, clock.now());
  await creation.onSend?.(marker);
  try {
    return await sendUntilTaken(context, doing, () => creation.create(withMarker(description, marker)), {
      replayable,
    });
  } catch (error) {
    if (isCancelled(error)) throw error;
    if (!isAmbiguous(error)) {
      await creation.onRefused?.(marker);
      throw error;
    }
    await creation.onOpen?.(marker);
    return findMarked(context, creation, marker, error);
  }
}

async function findMarked<Made extends Described>(
  { clock, signal, progress }: RunContext<unknown>,
  { doing, list }: Creation<Made>,
  marker: string,
  cause?: unknown,
): Promise<Made> {
  for (const pauseMs of [0, betweenLooksMs]) {
    await pause({ clock, signal }, pauseMs, doing);
    const found = await look(list, marker);
    if (!found) continue;
    const message = `No clear answer came when asked to ${doing}. What has its marker ${marker} is taken for it.`;
    progress({ type: 'warning', message });
    return found;
  }
  const why = cause instanceof Error ? ` ${cause.message}` : '';
  throw new EngineError({
    code: 'outcome-unknown',
    message: `It is not known whether it worked to ${doing}, and it was not asked for again.${why}`,
    remedy: `Look for ${marker} in the descriptions on the platform: use what has it, and run this again if nothing has.`,
    cause,
  });
}

/** A look that fails says nothing. */
async function look<Made extends Described>(
  list: () => AsyncIterable<Made>,
  marker: string,
): Promise<Made | undefined> {
  try {
    for await (const one of list()) if (hasMarker(one, marker)) return one;
  } catch (error) {
    if (isCancelled(error)) throw error;
  }
  return undefined;
}
