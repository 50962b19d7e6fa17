import type { JobRecord } from '@modelferry/operation';
import type { IExecuteFunctions } from 'n8n-workflow';

/** Bounds of n8n's custom execution data, in characters. */
const maxKeyLength = 50;
const maxValueLength = 255;

const separator = ', ';

/** Absent on hosts that do not have it yet, and in contexts without an execution it throws. */
export interface ShowingContext {
  readonly customData?: Pick<IExecuteFunctions['customData'], 'get' | 'set'>;
}

/**
 * Shows a job's ID beside the execution, where it stays when the execution is stopped. One key for all jobs of a kind, since
 * an execution has room for ten: `prediction_one_retraining` = `41, 42`. The newest IDs are kept when there are too many.
 */
export function showJob(context: ShowingContext, { vendor, kind, id }: JobRecord): void {
  const key = `${vendor}_${kind}`.replace(/[^A-Za-z0-9_]+/g, '_').slice(0, maxKeyLength);
  try {
    const { customData } = context;
    if (!customData) return;
    const earlier = customData.get(key);
    const ids = typeof earlier === 'string' && earlier !== '' ? earlier.split(separator) : [];
    if (ids.includes(id)) return;
    ids.push(id.slice(0, maxValueLength));
    while (ids.join(separator).length > maxValueLength) ids.shift();
    customData.set(key, ids.join(separator));
  } catch {
    // The log has the ID, too; no run may end because n8n has no room for it
  }
}
