import { choice, count, flag, text, texts } from '@modelferry/operation';
import * as v from 'valibot';
import { partInputs } from './part-inputs.ts';

/** What the result is to hold. Defaults of 3.6, but that failed rows are shown. */
export const resultInputs = {
  passthroughColumns: v.optional(
    texts({
      title: 'Passthrough Columns',
      description:
        'Columns of the file to repeat in the result: a key among them is the only way to join both, since the order of rows is not promised',
      advanced: true,
    }),
    () => [],
  ),
  passthroughAllColumns: v.optional(
    flag({
      title: 'Passthrough All Columns',
      description: 'Whether to repeat all columns of the file in the result',
      advanced: true,
    }),
    false,
  ),
  includePredictionStatus: v.optional(
    flag({
      title: 'Include Prediction Status',
      description: 'Whether to add the column prediction_status, which marks rows that could not be scored',
      advanced: true,
    }),
    true,
  ),
  maxExplanations: v.optional(
    count({
      title: 'Max Explanations',
      description: 'How many features to explain each prediction with; this can take many times as long',
      min: 0,
      max: 100,
      advanced: true,
    }),
    0,
  ),
};

/** Marks of ASCII: rows are told apart by bytes. */
const mark = /^([!-/:-@[-`{-~]|tab)$/;

/** How the file is written (3.6). */
export const csvInputs = {
  delimiter: v.optional(
    text({
      title: 'Delimiter',
      description:
        'What separates two fields: one character, or the word tab; without it, what the first line shows',
      placeholder: 'e.g. ;',
      pattern: mark,
      patternHint: 'one character or the word tab',
      advanced: true,
    }),
  ),
  encoding: v.optional(
    text({
      title: 'Encoding',
      description: 'Encoding of the file and of the result; nothing is converted on the way',
      placeholder: 'e.g. shift_jis',
      pattern: /^[A-Za-z0-9._-]+$/,
      patternHint: 'the name of an encoding',
      advanced: true,
    }),
    'utf-8',
  ),
  quoteCharacter: v.optional(
    text({
      title: 'Quote Character',
      description: 'What encloses fields with delimiters or line breaks in them',
      pattern: /^[^\s\w]$/,
      patternHint: 'one character',
      advanced: true,
    }),
    '"',
  ),
};

/** How a file can be sent (3.10). */
export const uploadModes = {
  whole: {
    title: 'One Piece',
    description: 'Fastest over a stable connection; after a break the file is sent again from its beginning',
  },
  parts: {
    title: 'In Parts',
    description:
      'For a large file over a slow or unstable connection: after a break only the part that failed is sent again, and the job is queued only when all data are there',
  },
} as const;

/** How the file travels (3.10). */
export const uploadInputs = {
  uploadMode: v.optional(
    choice({
      title: 'Upload Mode',
      description: 'How the file is sent',
      choices: uploadModes,
    }),
    'whole',
  ),
  ...partInputs({ uploadMode: 'parts' }),
};

/** How the job goes about it (3.6, 3.10). */
export const jobInputs = {
  abortOnError: v.optional(
    flag({
      title: 'Abort on Error',
      description: 'Whether to end the job when too many rows cannot be scored; how many is not documented',
      advanced: true,
    }),
    true,
  ),
  scoreWhileUploading: v.optional(
    flag({
      title: 'Score While Uploading',
      description:
        'Whether to start scoring before all data are there, which is faster over a fast connection; over a slow one the job keeps others waiting, and a broken upload leaves part of a result',
      advanced: true,
    }),
    false,
  ),
  numConcurrent: v.optional(
    count({
      title: 'Concurrent Requests',
      description:
        'How many scoring requests run at the same time; fewer leave room for real-time predictions, and without it there is one for each core of the deployment',
      min: 1,
      advanced: true,
    }),
  ),
  chunkSize: v.optional(
    text({
      title: 'Chunk Size',
      description: 'How the job cuts the rows: auto, fixed, dynamic, or a number of bytes',
      placeholder: 'e.g. auto',
      pattern: /^(auto|fixed|dynamic|[1-9]\d*)$/,
      patternHint: 'auto, fixed, dynamic or a number of bytes',
      advanced: true,
    }),
  ),
};
