import type { Bench } from './harness/index.ts';

/** All benches by name. Loaded only when asked for: some need what others do not. */
export const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  upload: async () => (await import('./upload/upload.ts')).uploadBench,
};
