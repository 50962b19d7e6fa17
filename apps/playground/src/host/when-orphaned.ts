import { readFileSync } from 'node:fs';

const lookEveryMs = 1000;

/**
 * Calls back when the npm that started us is gone. Told to end, npm ends the shell between it and us, and neither passes the
 * signal on. Linux alone, and only under npm: elsewhere nobody stands in between.
 */
export function whenOrphaned(onOrphaned: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const starter = parentOf(process.ppid);
  if (starter === undefined) return;
  const timer = setInterval(() => {
    if (parentOf(process.ppid) === starter) return;
    clearInterval(timer);
    onOrphaned();
  }, lookEveryMs);
  timer.unref();
}

function parentOf(pid: number): number | undefined {
  try {
    // The second field is the program's name in brackets, which may hold anything
    const [, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return Number(parent);
  } catch {
    return undefined;
  }
}
