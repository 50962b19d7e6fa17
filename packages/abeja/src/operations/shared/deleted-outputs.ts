import { flag } from '@modelferry/operation';

/** What every delete returns, as n8n prescribes. */
export const deletedOutputs = {
  deleted: flag({ title: 'Deleted', description: 'Whether it was deleted' }),
};
