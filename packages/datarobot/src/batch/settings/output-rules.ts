import { adapterRules } from './adapter-rules.ts';
import { outputTypes } from './output-types.ts';
import type { Rule } from './rule.ts';

/** Which inputs of a destination go together. Source: section 3.8. */
export const outputRules: readonly Rule[] = [
  ...adapterRules('output', outputTypes),
  {
    field: 'outputPartitionColumns',
    problem: 'is needed for a Parquet folder: name columns, or give a URL that does not end in a slash',
    holds: ({ outputFormat, outputUrl, outputPartitionColumns }) =>
      outputFormat !== 'parquet' ||
      !String(outputUrl ?? '').endsWith('/') ||
      outputPartitionColumns !== undefined,
  },
  {
    field: 'outputPartitionColumns',
    problem: 'only goes with Parquet: leave it out, or choose that format',
    holds: ({ outputFormat, outputPartitionColumns }) =>
      outputPartitionColumns === undefined || outputFormat === 'parquet',
  },
  ...['outputKmsKeyId', 'outputKmsEncryptionContext'].map((field): Rule => ({
    field,
    problem: 'only goes with an Output Encryption Algorithm: give one, such as aws:kms',
    holds: (given) => given[field] === undefined || given['outputEncryptionAlgorithm'] !== undefined,
  })),
];
