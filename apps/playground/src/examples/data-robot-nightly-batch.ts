import { Unexpected, type Example } from './example.ts';
import { scoredFile } from './scored-file.ts';

export const dataRobotNightlyBatch: Example = {
  file: 'datarobot-nightly-batch.json',
  limitMs: 60_000,
  outcome(execution, scene) {
    if (execution.runs('Tell somebody') > 0) throw new Unexpected('it went the way of the failures');
    return scoredFile(execution, scene, 'cars-nightly-scored.csv');
  },
};
