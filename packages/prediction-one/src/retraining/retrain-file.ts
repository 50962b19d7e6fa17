import type { RunContext } from '@modelferry/operation';
import { storedZip, type Source } from '@modelferry/upload';
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

/** The one file that is sent. */
export interface RetrainFile {
  readonly source: Source;
  /** Removes what was made for it. Never throws. */
  dispose(): Promise<void>;
}

const asItIs = (source: Source): RetrainFile => ({ source, dispose: async () => undefined });

/**
 * Checks what the user gave and makes one file of it: the table itself, or a ZIP of training and evaluation data.
 * @throws InputError with all that is wrong with both
 */
export async function retrainFile(
  context: Pick<RunContext<never>, 'scratch' | 'signal' | 'progress'>,
  { evaluationData, fileName, ...files }: RetrainFiles,
  rules: TableRules,
): Promise<RetrainFile> {
  const trainingData =
    fileName === undefined ? files.trainingData : namedSource(files.trainingData, fileName);
  if (!evaluationData && /\.zip$/i.test(trainingData.name)) {
    return asItIs(await readyArchive('trainingData', trainingData));
  }
  const { training, evaluation } = await checkPair(context, { trainingData, evaluationData }, rules);
  if (!evaluation) return asItIs(knownLength('trainingData', training.source));
  const archiveName = `${trainingData.name.replace(/\.[^.]*$/, '')}.zip`;
  return asItIs(storedZip(archiveName, archiveEntries(training.source, evaluation.source)));
}
