import type { Statistics } from '../client/training/statistics.ts';

const digits = 6;
const maxFigures = 8;

/**
 * Statistics on one line: `epoch 2 of 5, train.loss 0.05, validation.accuracy 0.81`. Nothing is rescaled: some codes tell
 * shares, others percent.
 */
export function statisticsText(statistics: Statistics | undefined): string | undefined {
  if (!statistics) return undefined;
  const { epoch, numEpochs, progressPercentage, stages = {} } = statistics;
  const figures = Object.entries(stages).flatMap(([stage, metrics]) =>
    Object.entries(metrics).map(([name, value]) => `${stage}.${name} ${short(value)}`),
  );
  const parts = [
    ...(epoch === undefined ? [] : [`epoch ${epoch}${numEpochs === undefined ? '' : ` of ${numEpochs}`}`]),
    ...(epoch !== undefined || progressPercentage === undefined
      ? []
      : [`progress ${short(progressPercentage)}`]),
    ...figures.slice(0, maxFigures),
    ...(figures.length > maxFigures ? [`${figures.length - maxFigures} more`] : []),
  ];
  return parts.length === 0 ? undefined : parts.join(', ');
}

const short = (value: number | string): string =>
  typeof value === 'number' ? String(Number(value.toPrecision(digits))) : value;

/** How far it is, from 0 to 1, where that can be told without a guess. */
export function progressOf(statistics: Statistics | undefined): number | undefined {
  const { epoch, numEpochs, progressPercentage } = statistics ?? {};
  if (epoch !== undefined && numEpochs !== undefined && numEpochs > 0 && epoch >= 0 && epoch <= numEpochs) {
    return epoch / numEpochs;
  }
  const isShare = typeof progressPercentage === 'number' && progressPercentage >= 0 && progressPercentage < 1;
  return isShare ? progressPercentage : undefined;
}
