import { InputError, type InputFault } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { Source } from '@modelferry/upload';
import { listed } from '../preflight/column-faults.ts';
import { checkPair } from '../preflight/check-pair.ts';
import { knownLength } from '../preflight/known-length.ts';
import { askedTypes, strayTypes } from './asked-types.ts';
import { columnInfoFile } from './column-info-file.ts';
import { columnTypes } from './column-types.ts';
import { targetWarnings } from './target-warnings.ts';
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

/** The columns that settings name and the data does not have. */
function strayColumns(settings: TrainSettings, columns: readonly string[]): readonly InputFault[] {
  const { targetColumn, timeSeries, timeColumn, seriesColumn, othersKnownExcept = [] } = settings;
  const named: readonly (readonly [field: string, name: string | undefined])[] = [
    ['targetColumn', targetColumn],
    ['timeColumn', timeSeries ? timeColumn : undefined],
    ['seriesColumn', timeSeries ? seriesColumn : undefined],
    ...othersKnownExcept.map((name) => ['othersKnownExcept', name] as const),
  ];
  return named.flatMap(([field, name]) =>
    name === undefined || columns.includes(name)
      ? []
      : [
          {
            field,
            problem: `the training data has no column "${name}"`,
            remedy: `Write the name as the header has it: ${listed(columns)}.`,
          },
        ],
  );
}

/** @throws InputError with all that is wrong with the data */
export async function trainingFiles(
  context: Pick<RunContext<never>, 'progress'>,
  request: TrainingData & TrainSettings,
): Promise<TrainingFiles> {
  const { training, evaluation } = await checkPair(context, request, {
    classColumn: request.targetType === 'regression' ? undefined : request.targetColumn,
  });
  const asked = askedTypes(request.columnTypes);
  const { columns } = training.head;
  const strays = [...strayColumns(request, columns), ...strayTypes(asked, columns)];
  if (strays.length > 0) throw new InputError(strays);
  for (const message of targetWarnings(training.head, request))
    context.progress({ type: 'warning', message });
  return {
    learn: knownLength('trainingData', training.source),
    evaluation: evaluation && knownLength('evaluationData', evaluation.source),
    columns: columnInfoFile(columnTypes(training.head, asked)),
  };
}
