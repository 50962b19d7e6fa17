import { perhaps } from '@modelferry/operation';
import * as v from 'valibot';
import { metric, type Metric, type Metrics } from './metrics.ts';

/** How far a job has come, in its code's own words. Nothing is rescaled: some tell shares, others percent. */
export interface Statistics {
  readonly numEpochs?: number;
  readonly epoch?: number;
  readonly progressPercentage?: Metric;
  /** Figures of each stage: `train`, `validation`. */
  readonly stages?: Readonly<Record<string, Metrics>>;
  /** Whatever else the code tells. */
  readonly others?: Readonly<Record<string, unknown>>;
}

/** Statistics in an answer. A value of another form is left out, the rest of them stay. */
export const statistics = v.pipe(
  v.looseObject({
    num_epochs: perhaps(v.number()),
    epoch: perhaps(v.number()),
    progress_percentage: perhaps(metric),
    stages: perhaps(v.record(v.string(), perhaps(v.record(v.string(), perhaps(metric))))),
  }),
  v.transform(({ num_epochs, epoch, progress_percentage, stages, ...others }): Statistics => ({
    numEpochs: num_epochs,
    epoch,
    progressPercentage: progress_percentage,
    stages: stages && mapped(stages, (figures) => figures && mapped(figures, (figure) => figure)),
    others,
  })),
);

/** As they are sent, all together each time: whether the server merges is unknown (docs/vendors/abeja.md, Q17). */
export const statisticsOnWire = ({
  numEpochs,
  epoch,
  progressPercentage,
  stages,
  others,
}: Statistics): object => ({
  num_epochs: numEpochs,
  epoch,
  progress_percentage: progressPercentage,
  stages,
  ...others,
});

/** The same names with other values, without those that have none. */
const mapped = <In, Out>(fields: Readonly<Record<string, In>>, change: (value: In) => Out | undefined) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, Out][] => {
      const changed = change(value);
      return changed === undefined ? [] : [[name, changed]];
    }),
  );
