import { flag, savedFile, text } from '@modelferry/operation';
import * as v from 'valibot';
import { switchOutcome } from './switch-outputs.ts';

const statusText = text({
  title: 'Status',
  description: "The vendor's own word for the state of the retraining; the documented one is job_finished",
});

export const newModelId = v.optional(
  text({ title: 'Model ID', description: 'ID of the retrained model, where the vendor tells it' }),
);

/** What is known of a retraining. */
export const statusOutputs = {
  retrainJobId: text({ title: 'Retrain Job ID', description: 'ID of the retraining' }),
  status: v.optional(statusText),
  finished: flag({ title: 'Finished', description: 'Whether the retraining has ended well' }),
  pending: flag({
    title: 'Pending',
    description: 'Whether the retraining was still under way when last looked at',
  }),
  modelId: newModelId,
  message: v.optional(text({ title: 'Message', description: "The vendor's own text about the retraining" })),
};

/** The same, with what a wait adds. */
export const waitOutputs = {
  ...statusOutputs,
  resultFile: v.optional(
    savedFile({ title: 'Result File', description: 'The result of the retraining, as the vendor gives it' }),
  ),
  switchOutcome: v.optional(switchOutcome),
  resumeToken: text({ title: 'Resume Token', description: 'Names the retraining for a later wait' }),
};

export const downloadResultInput = v.optional(
  flag({
    title: 'Download Result',
    description: 'Whether to save the result file of the retraining once it has finished',
    advanced: true,
  }),
  true,
);
