import { readdirSync, readlinkSync } from 'node:fs';

/** What this process holds open, as the kernel names it; empty where there is no /proc. */
export function openDescriptors(): string[] {
  try {
    return readdirSync('/proc/self/fd').flatMap((number) => {
      try {
        return readlinkSync(`/proc/self/fd/${number}`);
      } catch {
        return []; // The one that read the list
      }
    });
  } catch {
    return [];
  }
}

/** Waits until a condition holds, for what closes in the background. */
export async function eventually(holds: () => boolean, withinMs = 2_000): Promise<void> {
  for (const endsAt = Date.now() + withinMs; !holds(); await new Promise((done) => setTimeout(done, 5))) {
    if (Date.now() > endsAt) throw new Error(`Did not come true within ${withinMs} ms: ${String(holds)}`);
  }
}
