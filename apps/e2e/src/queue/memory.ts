import { readFileSync, writeFileSync } from 'node:fs';

/** The highest resident set of a process since its start, in MiB; nothing for one that is gone. */
export const peakMiB = (pid: number | undefined): number | undefined => statusMiB(pid, 'VmHWM');

/** Has the highest resident set counted anew from now on. @returns what is resident now, in MiB */
export function forgetPeak(pid: number | undefined): number | undefined {
  if (pid !== undefined) writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return statusMiB(pid, 'VmRSS');
}

function statusMiB(pid: number | undefined, field: 'VmHWM' | 'VmRSS'): number | undefined {
  if (pid === undefined) return undefined;
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kiB = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
    return kiB === undefined ? undefined : Math.round(Number(kiB) / 1024);
  } catch {
    // It has ended
    return undefined;
  }
}
