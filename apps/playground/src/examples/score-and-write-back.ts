import { Unexpected, type Example } from './example.ts';

export const scoreAndWriteBack: Example = {
  file: 'score-and-write-back.json',
  limitMs: 60_000,
  outcome(execution) {
    const rows = execution.items('Predict');
    if (rows.length !== 8) throw new Unexpected(`${rows.length} rows came back, not 8`);
    return `${rows.length} rows`;
  },
};
