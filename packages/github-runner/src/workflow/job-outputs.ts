import type { StageLog } from '../stage-log.ts';
import { scopeOf, type JobRun } from './job-run.ts';
import { textValues } from './step-values.ts';

/** What the outputs of a job may take together, in bytes of UTF-16. */
const jobOutputBytes = 1_048_576;

/** The outputs of a job for those that need it. One that holds a secret is dropped, and the log says so. */
export function jobOutputs(run: JobRun, log: StageLog): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  let bytes = 0;
  for (const [name, value] of Object.entries(textValues(run.job.outputs, scopeOf(run)))) {
    if (value === '') continue;
    if (run.space.masks.touches(value)) {
      log.warn(`Skip output '${name}' since it may contain secret.`);
      continue;
    }
    bytes += 2 * value.length;
    kept[name] = value;
  }
  if (bytes <= jobOutputBytes) return kept;
  log.fail(`The outputs of job '${run.job.id}' take ${bytes} bytes, and ${jobOutputBytes} are allowed.`);
  return {};
}
