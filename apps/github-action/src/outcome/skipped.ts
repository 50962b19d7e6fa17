import type { GivenInputs } from '../inputs/read-inputs.ts';
import { emptyReport, type StepReport } from './step-report.ts';

/** The report of a step that found no files, where the user has said that this is no error. */
export const skippedReport = (
  doing: string,
  { noFiles, host }: Pick<GivenInputs, 'noFiles' | 'host'>,
): StepReport => ({
  ...emptyReport,
  outcome: 'skipped',
  doing,
  isWarning: host.ifNoFilesFound === 'warn',
  details: noFiles.map(
    ({ input, pattern }) => `${input}: "${pattern}" matches no file, so there was nothing to do.`,
  ),
});
