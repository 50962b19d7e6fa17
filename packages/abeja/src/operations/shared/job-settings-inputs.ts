import { flag, text } from '@modelferry/operation';
import * as v from 'valibot';
import { instanceTypeProblem } from '../../training/grammar/instance-type.ts';
import { newDescription } from './description-inputs.ts';
import { nameValueInputs } from './name-value-inputs.ts';
import { versionInput } from './version-input.ts';

/** How a job is to run. @param codeInput the file of new code, which stands for a version, where there may be one */
export const jobSettingsInputs = (codeInput?: string) => ({
  version: v.optional(
    versionInput(
      'the version to run; without it, the latest one that is not archived',
      codeInput === undefined ? undefined : { [codeInput]: false },
    ),
  ),
  instanceType: v.optional(
    text({
      title: 'Instance Type',
      description: 'The machine to run on; without it, the smallest usual one for the image',
      placeholder: 'e.g. gpu:b-1',
      problemOf: instanceTypeProblem,
    }),
  ),
  description: v.optional(newDescription('job')),
  ...nameValueInputs,
  exportLog: v.optional(
    flag({
      title: 'Export Log',
      description: 'Whether to put the log into the result; images from 19.04 on can',
      advanced: true,
    }),
    false,
  ),
});
