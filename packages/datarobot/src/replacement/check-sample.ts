import { InputError } from '@modelferry/http';
import { readTableHead, type Source } from '@modelferry/upload';
import { maxPredictionBytes } from '../client/limits.ts';

const field = 'sampleFile';

/**
 * Looks at a sample before anything is replaced: what could not be scored afterwards is refused now.
 * @returns the sample, still whole
 * @throws InputError
 */
export async function checkSample(sample: Source): Promise<Source> {
  const refuse = (problem: string) =>
    new InputError([
      {
        field,
        problem: `"${sample.name}" ${problem}`,
        remedy: 'Pass a few rows with a header line, as CSV.',
      },
    ]);
  const { rows, complete, source } = await readTableHead(sample, { field, maxRows: 1 });
  if (complete && rows.length === 0) throw refuse('has a header and no rows');
  if ((sample.length ?? 0) > maxPredictionBytes) {
    throw refuse(`is larger than the ${maxPredictionBytes} bytes that can be scored at once`);
  }
  return source;
}
