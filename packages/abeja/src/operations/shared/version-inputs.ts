import { definitionInput } from './definition-input.ts';
import { versionInput } from './version-input.ts';

/** Name a version that is there. @param what is done to it: `archive` */
export const versionInputs = (what: string) => ({
  definition: definitionInput('the job definition that the version belongs to'),
  version: versionInput(`the version to ${what}`),
});
