import { isAmbiguous, isApiError, pause, sendUntilTaken } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import type { Definition } from '../client/training/definitions.ts';
import { findDefinition } from './find-definition.ts';

/** For how long one that may have been created may not be there yet, in milliseconds (5.2). */
const lateMs = 5_000;

/**
 * The job definition of a name: the one that is there, or a new one. Never two: after a lost answer, or when somebody else
 * was faster, it is looked for by its name.
 * @throws what the create threw, when there is none after it
 */
export async function ensureDefinition(
  context: RunContext<AbejaClient>,
  name: string,
): Promise<{ readonly definition: Definition; readonly created: boolean }> {
  const { client, clock, signal, progress } = context;
  const there = await findDefinition(context, name);
  if (there) {
    if (there.archived) {
      const message = `Job definition "${name}" is archived: take it out of there before it is run.`;
      progress({ type: 'warning', message });
    }
    return { definition: there, created: false };
  }
  if (/^\d+$/.test(name)) {
    const message = `"${name}" has digits only: where it is used later, it may be taken for an ID.`;
    progress({ type: 'warning', message });
  }
  const doing = `create the job definition "${name}"`;
  try {
    const definition = await sendUntilTaken(context, doing, () => client.createDefinition(name, signal));
    return { definition, created: true };
  } catch (error) {
    const isOpen = isAmbiguous(error);
    const isTaken = isApiError(error) && (error.status === 400 || error.status === 409);
    if (!isOpen && !isTaken) throw error;
    for (const pauseMs of isOpen ? [0, lateMs] : [0]) {
      await pause({ clock, signal }, pauseMs, doing);
      const found = await findDefinition(context, name);
      if (found) return { definition: found, created: isOpen };
    }
    throw error;
  }
}
