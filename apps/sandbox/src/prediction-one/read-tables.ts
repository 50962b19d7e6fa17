import { CannotFit } from '../models/task.ts';
import type { ReceivedUpload } from '../storage/receive-upload.ts';
import { parseSample } from '../tables/parse-sample.ts';
import { readZip } from '../tables/read-zip.ts';
import type { ZipTables } from '../tables/read-zip.ts';
import type { PredictionOneVariants } from './variants.ts';

/**
 * The tables of a retraining's upload: of a CSV or TSV the one it is, of a ZIP the one or two it holds.
 *
 * @throws CannotFit when it is of a kind, or a ZIP has names or files, that the vendor would not take
 * @throws BadTable when it cannot be read
 */
export async function readTables(
  upload: ReceivedUpload,
  variants: PredictionOneVariants,
  seed: number,
): Promise<Omit<ZipTables, 'entryNames'>> {
  const { name, bytes, isZip, sample } = upload;
  const sniffs = variants.has('sniff-content');
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!sniffs && !['csv', 'tsv', 'zip'].includes(extension)) {
    throw new CannotFit(`sandbox: "${name}" is neither .csv, .tsv nor .zip.`);
  }
  if (bytes === 0) throw new CannotFit(`sandbox: "${name}" is empty.`);
  if (!sniffs && isZip !== (extension === 'zip')) {
    throw new CannotFit(`sandbox: "${name}" is ${isZip ? 'a ZIP' : 'no ZIP'} in spite of its name.`);
  }
  if (sample !== undefined) return { train: await parseSample(sample, name) };
  const tables = await readZip(upload.path, seed);
  checkEntries(tables, variants);
  return tables;
}

function checkEntries({ entryNames, evaluation }: ZipTables, variants: PredictionOneVariants): void {
  if (variants.has('zip-ascii-names-only') && entryNames.some((name) => !/^[\x00-\x7f]*$/.test(name))) {
    throw new CannotFit('sandbox: the ZIP has entry names outside ASCII.');
  }
  const expected = evaluation === undefined ? 1 : 2;
  if (variants.has('zip-extra-files-fail') && entryNames.length > expected) {
    throw new CannotFit(`sandbox: the ZIP has ${entryNames.length} files.`);
  }
}
