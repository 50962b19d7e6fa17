import { quoteVendorText, redactUrls } from '@modelferry/http';
import type { Figure } from '@modelferry/polling';
import type { Metric } from '../client/training/metrics.ts';
import type { Statistics } from '../client/training/statistics.ts';

/** Longest name of a figure, and longest figure that is a text, in characters: code can write whatever it wants there. */
const maxCharacters = 60;

/** What a job's code tells, figure by figure, on its own scale: some codes tell shares, others percent. */
export function figuresOf(statistics: Statistics | undefined): readonly Figure[] {
  const { epoch, numEpochs, progressPercentage, stages = {} } = statistics ?? {};
  return [
    ...(epoch === undefined ? [] : [{ name: 'epoch', value: epoch, total: numEpochs }]),
    ...(progressPercentage === undefined ? [] : [{ name: 'progress', value: fit(progressPercentage) }]),
    ...Object.entries(stages).flatMap(([stage, metrics]) =>
      Object.entries(metrics).map(([name, value]) => ({
        ...{ stage: words(stage), name: words(name), value: fit(value) },
      })),
    ),
  ];
}

const words = (text: string): string => quoteVendorText(text, redactUrls, maxCharacters);

const fit = (value: Metric): Metric => (typeof value === 'string' ? words(value) : value);

/** How far it is, from 0 to 1, where that can be told without a guess. */
export function progressOf(statistics: Statistics | undefined): number | undefined {
  const { epoch, numEpochs, progressPercentage } = statistics ?? {};
  if (epoch !== undefined && numEpochs !== undefined && numEpochs > 0 && epoch >= 0 && epoch <= numEpochs) {
    return epoch / numEpochs;
  }
  const isShare = typeof progressPercentage === 'number' && progressPercentage >= 0 && progressPercentage < 1;
  return isShare ? progressPercentage : undefined;
}
