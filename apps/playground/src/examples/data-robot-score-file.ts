import type { Example } from './example.ts';
import { scoredFile } from './scored-file.ts';

export const dataRobotScoreFile: Example = {
  file: 'datarobot-score-file.json',
  limitMs: 60_000,
  outcome: (execution, scene) => scoredFile(execution, scene, 'cars-batch-scored.csv'),
};
