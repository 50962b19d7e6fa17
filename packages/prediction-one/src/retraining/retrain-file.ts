import type { RunContext } from '@modelferry/operation';
import { zipForUpload, type ScratchFile, type Source } from '@modelferry/upload';
import { checkPair } from '../preflight/check-pair.ts';
import type { TableRules } from '../preflight/check-table.ts';
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

const asItIs = (source: Source): ScratchFile => ({ source, dispose: async () => undefined });

/**
 * Checks what the user gave and makes the one file of it that is sent: the table itself, or a ZIP of training and evaluation
 * data. Dispose of it afterwards.
 * @throws InputError with all that is wrong with both
 */
export async function retrainFile(
  context: Pick<RunContext<never>, 'scratch' | 'signal' | 'progress'>,
  { evaluationData, fileName, ...files }: RetrainFiles,
  rules: TableRules,
): Promise<ScratchFile> {
  const trainingData =
    fileName === undefined ? files.trainingData : namedSource(files.trainingData, fileName);
  if (!evaluationData && /\.zip$/i.test(trainingData.name)) {
    return asItIs(await readyArchive('trainingData', trainingData));
  }
  const { training, evaluation } = await checkPair(context, { trainingData, evaluationData }, rules);
  if (!evaluation) return asItIs(knownLength('trainingData', training.source));
  const archiveName = `${trainingData.name.replace(/\.[^.]*$/, '')}.zip`;
  return zipForUpload({
    name: archiveName,
    entries: archiveEntries(training.source, evaluation.source),
    compression: files.compression,
    scratch: context.scratch,
    signal: context.signal,
  });
}
