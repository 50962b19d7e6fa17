import { choice, flag, number, text } from '@modelferry/operation';
import * as v from 'valibot';
import type { MetricGate } from '../../gate/metric-gate.ts';

/** Which figure decides whether a model is good enough. Without a name there is no gate. */
export const gateInputs = {
  metricName: v.optional(
    text({
      title: 'Metric Name',
      description: 'The figure that decides whether the model is good enough; without it, every model is',
      placeholder: 'e.g. accuracy',
      advanced: true,
    }),
  ),
  metricCondition: v.optional(
    choice({
      title: 'Metric Condition',
      description: 'How the figure is held against the threshold',
      choices: {
        atLeast: { title: 'At Least', description: 'The more, the better: accuracy' },
        atMost: { title: 'At Most', description: 'The less, the better: loss' },
      },
      advanced: true,
    }),
    'atLeast',
  ),
  metricThreshold: v.optional(
    number({
      title: 'Metric Threshold',
      description: 'What the figure must reach, or stay below; needed where Metric Name is given',
      placeholder: 'e.g. 0.9',
      advanced: true,
    }),
  ),
  failIfNotGoodEnough: v.optional(
    flag({
      title: 'Fail If Not Good Enough',
      description:
        'Whether a model that is not good enough ends the run as failed; otherwise the output says whether it is',
      advanced: true,
    }),
    true,
  ),
};

interface Given {
  readonly metricName?: string;
  readonly metricCondition: MetricGate['metricCondition'];
  readonly metricThreshold?: number;
  readonly failIfNotGoodEnough: boolean;
}

/** Whether a gate has all that it needs. */
export const hasThreshold = ({ metricName, metricThreshold }: Partial<Given>): boolean =>
  metricName === undefined || metricThreshold !== undefined;

/** The gate, where there is one. */
export const gateOf = ({ metricName, metricThreshold, ...how }: Given): MetricGate | undefined => {
  if (metricName === undefined || metricThreshold === undefined) return undefined;
  const { metricCondition, failIfNotGoodEnough } = how;
  return { metricName, metricCondition, metricThreshold, failIfNotGoodEnough };
};
