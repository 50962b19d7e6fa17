import type { StepOutcome } from './step-report.ts';

/** How an outcome is shown: a sign that is seen from afar, and the words behind what was done. */
export const outcomeWords: Readonly<Record<StepOutcome, { readonly sign: string; readonly words: string }>> =
  {
    succeeded: { sign: '✅', words: 'succeeded' },
    failed: { sign: '❌', words: 'failed' },
    'timed-out': { sign: '⌛', words: 'timed out' },
    cancelled: { sign: '⏹️', words: 'was cancelled' },
    skipped: { sign: '⏭️', words: 'was skipped' },
  };
