import { reference, type When } from '@modelferry/operation';

/** A version of the job definition that is named beside it. @param which begins with `the version` */
export const versionInput = (which: string, when?: When) =>
  reference({
    title: 'Version',
    description: `Number of ${which}`,
    idTitle: 'Number',
    lookup: 'versions',
    dependsOn: ['definition'],
    placeholder: 'e.g. 3',
    pattern: /^[1-9]\d{0,8}$/,
    patternHint: 'the number of a version, from 1',
    when,
  });
