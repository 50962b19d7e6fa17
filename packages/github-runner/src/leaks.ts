import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Leak } from './stage-result.ts';

/** Every process of a stage inherits this variable, as with the real runner, and is known by it when it stays behind. */
export const trackingVariable = 'RUNNER_TRACKING_ID';

/**
 * Kills, by their ids, the processes that carry a tracking id, and tells what they were. Where there is no /proc (macOS,
 * Windows) nothing is found.
 * @param trackingId the id, or the beginning of several
 * @param lingerMs how long a process may take to end by itself, in milliseconds
 */
export async function killLeaks(trackingId: string, lingerMs: number): Promise<readonly Leak[]> {
  if ((await tracked(trackingId)).length === 0) return [];
  await wait(lingerMs);
  const leaks = await tracked(trackingId);
  for (const { pid } of leaks) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended in between
    }
  }
  return leaks;
}

async function tracked(trackingId: string): Promise<readonly Required<Leak>[]> {
  const names = await readdir('/proc').catch(() => []);
  const pids = names.filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.map(async (pid) => leakAt(pid, trackingId)));
  return found.filter((leak) => leak !== undefined);
}

async function leakAt(pid: number, trackingId: string): Promise<Required<Leak> | undefined> {
  if (pid === process.pid) return undefined;
  try {
    const environment = await readFile(`/proc/${pid}/environ`, 'latin1');
    if (!environment.split('\0').some((entry) => entry.startsWith(`${trackingVariable}=${trackingId}`))) {
      return undefined;
    }
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    return { pid, command: command.replaceAll('\0', ' ').trim() };
  } catch {
    return undefined; // Ended, or another user's
  }
}
