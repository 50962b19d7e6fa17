import type { Stage } from '../stage.ts';
import { failedReport } from './failure.ts';
import type { StepReport } from './step-report.ts';
import { tellReport } from './tell-report.ts';

/** Does what a process is there for and tells how it ended, also when something is thrown that nobody has foreseen. */
export async function reported(stage: Stage, perform: () => Promise<StepReport>): Promise<void> {
  const unforeseen = new Promise<never>((_, reject) => {
    process.on('uncaughtException', reject);
    process.on('unhandledRejection', reject);
  });
  const report = await Promise.race([perform(), unforeseen]).catch((error: unknown) =>
    failedReport(error, { inputs: [] }, 'Run the step'),
  );
  await tellReport(stage, report);
}
