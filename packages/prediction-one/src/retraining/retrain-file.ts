import { InputError, type InputFault } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { zipForUpload, type ScratchFile, type Source } from '@modelferry/upload';
import { checkPair } from '../preflight/check-pair.ts';
import { tableExtensions, type TableRules } from '../preflight/check-table.ts';
import { fileNameFault } from '../preflight/file-name-fault.ts';
import { knownLength } from '../preflight/known-length.ts';
import { namedSource } from '../preflight/named-source.ts';
import { archiveEntries } from './archive-entries.ts';
import { readyArchive } from './ready-archive.ts';

export interface RetrainFiles {
  readonly trainingData: Source;
  readonly evaluationData?: Source;
  /** Sent in place of the training file's own name. */
  readonly fileName?: string;
  readonly compression: 'stored' | 'deflate';
}

const sentNameFault = (fileName: string): InputFault | undefined => {
  const fault = fileNameFault('fileName', fileName, { extensions: [...tableExtensions, 'zip'] });
  return fault && { ...fault, remedy: 'Give a plain file name such as sales-2026-11.csv.' };
};

const archiveAndMore = (name: string): InputError =>
  new InputError([
    {
      field: 'trainingData',
      problem: `"${name}" is a ZIP, to which no Evaluation Data can be added`,
      remedy: 'Pass both as CSV or TSV; or put both into the ZIP, and leave Evaluation Data out.',
    },
  ]);

const asItIs = (source: Source): ScratchFile => ({ source, dispose: async () => undefined });

/**
 * Checks what the user gave and makes the one file of it that is sent: the table itself, or a ZIP of training and evaluation
 * data. Dispose of it afterwards.
 * @throws InputError with all that is wrong with both
 */
export async function retrainFile(
  context: Pick<RunContext<never>, 'scratch' | 'deflater' | 'crc32' | 'signal' | 'progress'>,
  { evaluationData, fileName, ...files }: RetrainFiles,
  rules: TableRules,
): Promise<ScratchFile> {
  const nameFault = fileName === undefined ? undefined : sentNameFault(fileName);
  if (nameFault) throw new InputError([nameFault]);
  const trainingData =
    fileName === undefined ? files.trainingData : namedSource(files.trainingData, fileName);
  if (!evaluationData && /\.zip$/i.test(trainingData.name)) {
    return asItIs(await readyArchive('trainingData', trainingData));
  }
  if (/\.zip$/i.test(trainingData.name)) throw archiveAndMore(trainingData.name);
  const { training, evaluation } = await checkPair(
    context,
    { trainingData, evaluationData },
    { ...rules, renamable: true },
  );
  if (!evaluation) return asItIs(knownLength('trainingData', training.source));
  const archiveName = `${trainingData.name.replace(/\.[^.]*$/, '')}.zip`;
  const { scratch, deflater, crc32, signal } = context;
  return zipForUpload({
    name: archiveName,
    entries: archiveEntries(training.source, evaluation.source),
    compression: files.compression,
    scratch,
    deflater,
    crc32,
    signal,
  });
}
