import { approve } from '../approve.ts';
import type { Example } from '../example.ts';
import { switched } from './switched.ts';

export const retrainApproveSwitch: Example = {
  file: 'retrain-approve-switch.json',
  limitMs: 120_000,
  attendant: () => approve({ 'field-0': 'Switch' }),
  outcome: (execution, { sandbox }) => `approved; ${switched(sandbox, execution.items('Switch')[0])}`,
};
