import { isCancelled } from '../cancel/stop-signals.ts';
import { settledSoon } from '../run/settled-soon.ts';
import type { Stage } from '../stage.ts';
import { failedReport, failureOf } from './failure.ts';
import type { StepReport } from './step-report.ts';
import { tellReport } from './tell-report.ts';

/** How long a step that was told to stop may take to its last word, in milliseconds: after 10 seconds it is killed. */
const lastWordMs = 8_500;

/** What an error is told about that has come from nowhere. */
const nowhere = [{ inputs: [] }, 'Run the step'] as const;

/** Does what a process is there for and tells how it ended, also when something is thrown that nobody has foreseen. */
export async function reported(
  stage: Stage,
  perform: () => Promise<StepReport>,
  signal: AbortSignal,
): Promise<void> {
  // A process that ends without a word has failed
  process.exitCode = 1;
  const report = await settledSoon(perform(), signal, lastWordMs).catch((error: unknown) =>
    failedReport(error, ...nowhere),
  );
  const isUnheard = signal.aborted && !isCancelled(signal) && report.failure === undefined;
  await tellReport(
    stage,
    isUnheard ? { ...report, ...failureOf(signal.reason, ...nowhere), outcome: 'failed' } : report,
  );
}
