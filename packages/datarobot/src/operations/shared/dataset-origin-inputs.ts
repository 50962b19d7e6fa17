import { choice, count, file, flag, link } from '@modelferry/operation';
import * as v from 'valibot';
import type { Rule } from '../../batch/settings/rule.ts';

/** Where the data of a dataset come from (3.16). */
export const datasetOriginInputs = {
  source: v.optional(
    choice({
      title: 'Source',
      description: 'Where the data come from',
      choices: {
        file: { title: 'File', description: 'A file that is sent, whatever its size' },
        url: { title: 'URL', description: 'A file that DataRobot itself fetches' },
      },
    }),
    'file',
  ),
  file: v.optional(
    file({
      title: 'File',
      description: 'The table, as CSV with a header line or in another form that the AI Catalog reads',
      textName: 'data.csv',
      when: { source: 'file' },
    }),
  ),
  url: v.optional(
    link({
      title: 'URL',
      description: 'The address of the table, which the servers of DataRobot must be able to reach',
      placeholder: 'e.g. https://files.example.com/train.csv',
      when: { source: 'url' },
    }),
  ),
};

/** What to keep of data that are fetched; what is left out is as the vendor has it. */
export const fetchInputs = {
  doSnapshot: v.optional(
    flag({
      title: 'Snapshot',
      description: 'Whether to keep the data as they are now; of a URL only',
      advanced: true,
    }),
  ),
  persistDataAfterIngestion: v.optional(
    flag({
      title: 'Persist Data',
      description:
        'Whether to keep the data after they were read, and not only their statistics; of a URL only',
      advanced: true,
    }),
  ),
  sampleRows: v.optional(
    count({
      title: 'Sample Rows',
      description: 'How many rows to take, drawn by chance; of a URL only, and all rows without it',
      min: 1,
      placeholder: 'e.g. 10000',
      advanced: true,
    }),
  ),
};

/** The source that was chosen is there. */
export const datasetOriginRules: readonly Rule[] = [
  {
    field: 'file',
    problem: 'is required, or Source must be url',
    holds: (given) => given['source'] !== 'file' || given['file'] !== undefined,
  },
  {
    field: 'url',
    problem: 'is required where Source is url',
    holds: (given) => given['source'] !== 'url' || given['url'] !== undefined,
  },
];
