import { choice, text } from '@modelferry/operation';
import * as v from 'valibot';
import { cancelRun as cancel, usualCancelWord } from '../../retraining/cancel-run.ts';
import { namedRun } from '../../retraining/run-reference.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { runInputs } from '../shared/retraining-inputs.ts';

export const cancelRun = defineOperation({
  resource: 'retraining',
  name: 'cancelRun',
  title: 'Cancel Run',
  action: 'Cancel retraining run',
  summary: 'Cancel a retraining run; one that has ended stays as it is',
  inputs: v.object({
    ...runInputs,
    cancelWord: v.optional(
      text({
        title: 'Cancel Word',
        description: 'The status that cancels a run; DataRobot does not document it, and refuses a wrong one',
        maxLength: 100,
        advanced: true,
      }),
      usualCancelWord,
    ),
  }),
  outputs: v.object({
    runId: text({ title: 'Run ID', description: 'ID of the retraining run' }),
    outcome: choice({
      title: 'Outcome',
      description: 'What the cancel found',
      choices: {
        cancelled: { title: 'Cancelled', description: 'The run was cancelled' },
        'already-ended': { title: 'Already Ended', description: 'The run had ended before' },
      },
    }),
  }),
  async run(context, given) {
    const reference = namedRun(given);
    return { runId: reference.runId, outcome: await cancel(context, reference, given.cancelWord) };
  },
});
