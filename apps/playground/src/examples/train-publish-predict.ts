import { Unexpected, type Example } from './example.ts';

export const trainPublishPredict: Example = {
  file: 'train-publish-predict.json',
  limitMs: 180_000,
  outcome(execution) {
    const classifierId = execution.items('Publish')[0]?.json.classifierId;
    const rows = execution.items('Predict');
    if (rows.length !== 8) throw new Unexpected(`${rows.length} rows came back, not 8`);
    return `prediction API ${String(classifierId)}: ${rows.length} rows`;
  },
};
