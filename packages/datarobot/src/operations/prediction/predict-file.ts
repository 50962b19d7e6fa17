import { choice, count, file, savedFile, text } from '@modelferry/operation';
import { checkFileName } from '@modelferry/upload';
import * as v from 'valibot';
import { maxPredictionBytes } from '../../client/limits.ts';
import { predictToFile } from '../../real-time/file/predict-to-file.ts';
import { resultNameOf } from '../../real-time/file/result-name-of.ts';
import { sliceBytesFor } from '../../real-time/file/slice-bytes-for.ts';
import { findHost } from '../../real-time/find-host.ts';
import { toPredictionOptions } from '../../real-time/to-prediction-options.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { predictionInputs } from '../shared/prediction-inputs.ts';
import { serverInputs, serverRules } from '../shared/server-inputs.ts';

const inputs = v.pipe(
  v.object({
    ...serverInputs,
    file: file({
      title: 'File',
      description:
        'The rows to score, in UTF-8: CSV with a header line and commas, a JSON list of objects, or JSON Lines',
      extensions: ['csv', 'txt', 'json', 'jsonl', 'ndjson'],
      textName: 'rows.csv',
    }),
    outputFormat: v.optional(
      choice({
        title: 'Output Format',
        description: 'How the predictions are written',
        choices: {
          csv: { title: 'CSV', description: 'A table, as batch predictions give it' },
          json: { title: 'JSON', description: 'A list of objects with all that the server says of each row' },
        },
      }),
      'csv',
    ),
    ...predictionInputs,
    resultFileName: v.optional(
      text({
        title: 'Result File Name',
        description: 'Name to save the predictions under; without it, that of the file with -predictions',
        placeholder: 'e.g. churn-scored.csv',
        problemOf: checkFileName,
        advanced: true,
      }),
    ),
    sliceBytes: v.optional(
      count({
        title: 'Slice Size',
        description:
          'Largest request in bytes: a larger file is sent in several, cut between rows; without it, 8 MiB for CSV and 1 MiB for JSON',
        min: 1_024,
        max: maxPredictionBytes,
        placeholder: 'e.g. 8388608',
        advanced: true,
      }),
    ),
    concurrency: v.optional(
      count({
        title: 'Concurrency',
        description: 'How many requests are sent at the same time',
        min: 1,
        max: 8,
        advanced: true,
      }),
      1,
    ),
  }),
  serverRules(),
);

export const predictFile = defineOperation({
  resource: 'prediction',
  name: 'predictFile',
  title: 'Predict File',
  action: 'Predict rows of file',
  summary: 'Score the rows of a file of any size at once with a deployment, and save the predictions',
  ciStep: 'predict',
  inputs,
  outputs: v.object({
    resultFile: savedFile({
      title: 'Result File',
      description: 'The predictions in the order of the rows, checked to be whole',
    }),
    rows: count({ title: 'Rows', description: 'Number of predictions' }),
    requests: count({
      title: 'Requests',
      description: 'Number of requests that the rows took, repeated ones not counted',
      advanced: true,
    }),
  }),
  async run(context, given) {
    const options = toPredictionOptions(given);
    const { deflater, crc32 } = context;
    return predictToFile(context, () => findHost(context, given), {
      file: given.file,
      options,
      gzip: given.compress ? { deflater, crc32 } : undefined,
      outputFormat: given.outputFormat,
      fileName: given.resultFileName ?? resultNameOf(given.file.name, given.outputFormat),
      sliceBytes: sliceBytesFor(given, options),
      concurrency: given.concurrency,
    });
  },
});
