import type { Metadata } from '../client/data/metadata.ts';
import { toNameValues, type NameRules } from '../training/grammar/name-values.ts';

/** Keys travel as parts of header names, percent-encoded: letters of any script will do, spaces hide. */
export const metadataKeys: NameRules = { pattern: /^[^\s=:]+$/, characters: 'no spaces and no colons' };

/** What is told of a file; its name, unless the user says another. */
export const toMetadata = (fileName: string, given: string | undefined): Metadata => ({
  filename: fileName,
  ...toNameValues(given),
});
