import { join } from 'node:path';
import { bundle, type Bench } from '../harness/index.ts';
import { startJobService } from './job-service.ts';
import { pollingReport } from './polling-report.ts';
import { waitContest, type WaitResult } from './wait-contest.ts';

/** Ten thousand jobs that one process waits for at once, against a loop of `fetch` and `sleep` for each. */
export const pollingBench: Bench = async (context) => {
  const { folder, quick, log } = context;
  const intervalMs = quick ? 5_000 : 10_000;
  const windowMs = 3.2 * intervalMs;
  const sizes = quick ? [10_000] : [1_000, 3_000, 10_000];
  const script = (name: string) => bundle(join(import.meta.dirname, `${name}.ts`), folder, name);
  const scripts = { engine: await script('wait-with-engine'), fetch: await script('wait-with-fetch') };
  const service = await startJobService(context);
  try {
    const wait = (name: keyof typeof scripts, jobs: number) => {
      log(`${name}: ${windowMs / 1_000} s of ${jobs} jobs`);
      return waitContest(context, service, scripts[name], {
        jobs,
        intervalMs,
        windowMs,
        settledMs: 2 * intervalMs,
      });
    };
    const engine: WaitResult[] = [];
    for (const jobs of sizes) engine.push(await wait('engine', jobs));
    const peer = await wait('fetch', Math.max(...sizes));
    return pollingReport({ intervalMs, windowMs, engine, peer });
  } finally {
    service.close();
  }
};
