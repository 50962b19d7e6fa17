import type { TrainConfig } from '../client/train-config.ts';
import type { TrainSettings } from './train-config-rules.ts';

/** The settings in the vendor's words; what was not set is left out, so that the vendor's own defaults hold. */
export const toTrainConfig = (settings: TrainSettings): TrainConfig => ({
  tc: settings.targetColumn,
  tt: settings.targetType,
  tv: settings.positiveValue,
  cv: settings.crossValidation,
  im: settings.correctImbalance,
  ...(settings.timeSeries && {
    tsm: true,
    tsu: settings.timeUnit,
    tsc: settings.timeColumn,
    tsi: settings.timeInterval,
    tsf: settings.firstStep,
    tst: settings.lastStep,
    tss: settings.seriesColumn,
    tsin: settings.othersKnown,
    tsine: settings.othersKnownExcept,
  }),
});
