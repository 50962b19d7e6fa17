import type { FaultBehaviours } from '../faults/behaviour.ts';
import { answerFaults } from './faults/answer-faults.ts';
import { downloadFaults } from './faults/download-faults.ts';
import { jobFaults } from './faults/job-faults.ts';
import { lifecycleFaults } from './faults/lifecycle-faults.ts';
import { uploadFaults } from './faults/upload-faults.ts';
import type { Platform } from './platform.ts';

/** The faults that only this vendor can have. */
export function dataRobotFaults(platform: Platform): FaultBehaviours {
  return {
    ...answerFaults(platform),
    ...jobFaults(platform),
    ...uploadFaults(platform),
    ...downloadFaults(platform),
    ...lifecycleFaults(platform),
  };
}
