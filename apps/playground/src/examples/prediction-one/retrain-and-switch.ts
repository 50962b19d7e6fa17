import { Unexpected, type Example } from '../example.ts';
import { retrainingOf } from './retraining-of.ts';
import { switched } from './switched.ts';

export const retrainAndSwitch: Example = {
  file: 'retrain-and-switch.json',
  limitMs: 120_000,
  outcome(execution, { sandbox }) {
    const [item] = execution.items('Retrain and switch');
    const report = item?.binary?.data;
    if (!report) throw new Unexpected('the report of the training was not downloaded');
    const { fileName } = retrainingOf(sandbox, item.json.retrainJobId);
    if (!fileName.endsWith('.zip'))
      throw new Unexpected(`the evaluation file did not go along: ${fileName} was sent`);
    return `${switched(sandbox, item)}; both files went as ${fileName}`;
  },
};
