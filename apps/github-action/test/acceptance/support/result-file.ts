import type { StageResult } from '@modelferry/github-runner';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';

/** The bytes of the file that a step has made. */
export const resultBytes = ({ outputs }: Pick<StageResult, 'outputs'>): Buffer =>
  readFileSync(outputs['result-path'] ?? '');

/** Its rows, by the names of their columns. */
export const resultRows = (
  stage: Pick<StageResult, 'outputs'>,
  delimiter = ',',
): readonly Readonly<Record<string, string>>[] => parse(resultBytes(stage), { columns: true, delimiter });
