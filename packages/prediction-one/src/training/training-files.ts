import { InputError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { Source } from '@modelferry/upload';
import { checkPair } from '../preflight/check-pair.ts';
import { knownLength } from '../preflight/known-length.ts';
import { askedTypes, strayTypes } from './asked-types.ts';
import { columnInfoFile } from './column-info-file.ts';
import { columnTypes } from './column-types.ts';
import type { TrainSettings } from './train-config-rules.ts';

export interface TrainingData {
  readonly trainingData: Source;
  readonly evaluationData?: Source;
  /** Types in place of guesses, each as `age=float`. */
  readonly columnTypes: readonly string[];
}

/** The files of one training, checked. */
export interface TrainingFiles {
  readonly learn: Source;
  readonly evaluation: Source | undefined;
  readonly columns: Source;
}

/** The columns that the settings name. */
const namedColumns = (settings: TrainSettings): string[] =>
  [
    settings.targetColumn,
    ...(settings.timeSeries ? [settings.timeColumn, settings.seriesColumn] : []),
    ...(settings.othersKnownExcept ?? []),
  ].filter((name) => name !== undefined);

/** @throws InputError with all that is wrong with the data */
export async function trainingFiles(
  context: Pick<RunContext<never>, 'progress'>,
  request: TrainingData & TrainSettings,
): Promise<TrainingFiles> {
  const { training, evaluation } = await checkPair(context, request, {
    requiredColumns: namedColumns(request),
    classColumn: request.targetType === 'regression' ? undefined : request.targetColumn,
  });
  const asked = askedTypes(request.columnTypes);
  const strays = strayTypes(asked, training.head.columns);
  if (strays.length > 0) throw new InputError(strays);
  return {
    learn: knownLength('trainingData', training.source),
    evaluation: evaluation && knownLength('evaluationData', evaluation.source),
    columns: columnInfoFile(columnTypes(training.head, asked)),
  };
}
