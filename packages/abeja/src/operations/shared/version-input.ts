import { reference } from '@modelferry/operation';

/** A version of the job definition that is named beside it. */
export const versionInput = (description: string) =>
  reference({
    title: 'Version',
    description: `${description}, by its number`,
    lookup: 'versions',
    dependsOn: ['definition'],
    placeholder: 'e.g. 3',
    pattern: /^[1-9]\d{0,8}$/,
    patternHint: 'the number of a version, from 1',
  });
