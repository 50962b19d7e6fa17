import { isApiError, pause, type RepeatWorld } from '@modelferry/http';
import type { PredictionOneClient } from '../client/client.ts';
import type { ColumnInfo } from '../client/column-info.ts';
import { isMissingApi } from '../client/is-missing-api.ts';
import { faultOf } from '../client/read-failure.ts';

/** How long the columns may take to be there after an upload, in milliseconds. Source: specification, Q20. */
const readyMs = 120_000;
const pauseMs = 5_000;

/** An answer that may only mean "not yet": none of the documented faults, and not about the key. */
const isNotYet = (error: unknown): boolean =>
  isApiError(error) &&
  faultOf(error) === undefined &&
  error.code !== 'unauthorized' &&
  (!isMissingApi(error) || error.status === 404);

/** Reads the columns of an upload, which may not be there right after it. */
export async function readColumns(
  { client, clock, signal }: Pick<RepeatWorld, 'clock' | 'signal'> & { readonly client: PredictionOneClient },
  externalProcessId: string,
): Promise<ColumnInfo> {
  const endsAt = clock.now() + readyMs;
  for (;;) {
    try {
      return await client.getColumnInfo({ externalProcessId }, signal);
    } catch (error) {
      if (!isNotYet(error) || clock.now() + pauseMs > endsAt) throw error;
      await pause({ clock, signal }, pauseMs, `read the columns of upload ${externalProcessId}`);
    }
  }
}
