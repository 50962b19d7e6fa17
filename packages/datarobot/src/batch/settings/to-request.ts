import type { BatchRequest } from '../../client/batch-request.ts';
import type { Given } from './adapter-type.ts';
import { toScorer } from './scorer.ts';
import { toIntake } from './to-intake.ts';
import { toOutput } from './to-output.ts';
import { toSettings } from './to-settings.ts';
import { withoutAbsent } from './without-absent.ts';

/** What a job is to do, in the vendor's words, as far as it was given. */
export const toRequestPart = (given: Given): Partial<BatchRequest> =>
  withoutAbsent({
    ...toScorer(given),
    intakeSettings: toIntake(given),
    outputSettings: toOutput(given),
    ...toSettings(given),
  });

/** The same of inputs that have both sides, as those of a new job do. */
export const toRequest = (given: Given): BatchRequest => toRequestPart(given) as BatchRequest;
