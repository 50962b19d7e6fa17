import { flag, text, type When } from '@modelferry/operation';
import * as v from 'valibot';
import { handlerProblem } from '../../training/grammar/handler.ts';
import { imageProblem } from '../../training/grammar/image.ts';
import { nameValueInputs } from './name-value-inputs.ts';

/** What runs the code of a version. */
export const handlerInput = (when?: When) =>
  text({
    title: 'Handler',
    description: 'The function that trains, as file:function',
    placeholder: 'e.g. train:handler',
    problemOf: handlerProblem,
    when,
  });

/** What it runs in. */
export const imageInput = (when?: When) =>
  text({
    title: 'Image',
    description: 'The container image that the code runs in, as repository/name:tag',
    placeholder: 'e.g. abeja-inc/all-cpu:19.10',
    problemOf: imageProblem,
    when,
  });

/** What else a version may be given. */
export const versionOptions = {
  ...nameValueInputs,
  premountDatasets: v.optional(
    flag({
      title: 'Premount Datasets',
      description: 'Whether the datasets are put where the code runs, before it runs',
      advanced: true,
    }),
    false,
  ),
};
