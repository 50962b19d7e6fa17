import { choice } from '@modelferry/operation';
import * as v from 'valibot';
import { intakeTypes } from '../../batch/settings/intake-types.ts';
import { outputTypes } from '../../batch/settings/output-types.ts';
import { batchSettingsInputs } from './batch-settings-inputs.ts';
import { intakeInputs } from './intake-inputs.ts';
import { outputInputs } from './output-inputs.ts';
import { jobInputs, uploadModes } from './score-inputs.ts';
import { scorerInputs, scorers } from './scorer-inputs.ts';

/** All that a new batch job can be told (3.6 to 3.8). */
export const createInputs = {
  scoreWith: v.optional(
    choice({ title: 'Score With', description: 'Which model scores the rows', choices: scorers }),
    'deployment',
  ),
  ...scorerInputs,
  intakeType: v.optional(
    choice({ title: 'Intake Type', description: 'Where the rows to score come from', choices: intakeTypes }),
    'localFile',
  ),
  uploadMode: v.optional(
    choice({
      title: 'Upload Mode',
      description: 'How Upload Data is to send the file',
      choices: uploadModes,
      when: { intakeType: 'localFile' },
    }),
    'whole',
  ),
  ...intakeInputs,
  outputType: v.optional(
    choice({ title: 'Output Type', description: 'Where the result goes', choices: outputTypes }),
    'localFile',
  ),
  ...outputInputs,
  ...batchSettingsInputs,
  scoreWhileUploading: jobInputs.scoreWhileUploading,
};
