import type { Masks } from './masks.ts';
import { createStageLog, type OnLine, type StageLog } from './stage-log.ts';
import { skippedStage, type Outcome, type StageResult } from './stage-result.ts';

/** How an act of the runner itself ended. */
export interface Act {
  readonly outcome: Outcome;
  readonly outputs?: Readonly<Record<string, string>>;
}

/** A stage that is an act of the runner itself. What the act throws fails it. */
export async function stageWithoutProcess(
  masks: Masks,
  onLine: OnLine | undefined,
  act: (log: StageLog) => Promise<Act>,
): Promise<StageResult> {
  const log = createStageLog(masks, onLine);
  const { outcome, outputs = {} } = await act(log).catch((error: unknown): Act => {
    log.error(error instanceof Error ? error.message : String(error));
    return { outcome: 'failure' };
  });
  const { lines, annotations, warnings } = log;
  return { ...skippedStage(outputs), outcome, lines, annotations, warnings };
}
