import { text } from '@modelferry/operation';
import * as v from 'valibot';
import { datasetAliases, environmentNames, nameValuesProblem } from '../../training/grammar/name-values.ts';

/** What code is given to work with. */
export const nameValueInputs = {
  environment: v.optional(
    text({
      title: 'Environment',
      description: 'Variables for the code: one NAME=value per line, or a JSON object',
      placeholder: 'e.g. BATCH_SIZE=50',
      multiline: true,
      maxLength: 100_000,
      problemOf: (given) => nameValuesProblem(given, environmentNames),
      advanced: true,
    }),
  ),
  datasets: v.optional(
    text({
      title: 'Datasets',
      description: 'Datasets to train with: one alias=ID per line, or a JSON object',
      placeholder: 'e.g. train=1111111111111',
      multiline: true,
      problemOf: (given) => nameValuesProblem(given, datasetAliases),
      advanced: true,
    }),
  ),
};
