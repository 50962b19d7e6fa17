import { InputError } from '@modelferry/http';
import type { Metric } from '../client/metrics.ts';

/** What a figure must be for a model to be good enough. */
export interface MetricGate {
  readonly metricName: string;
  readonly metricCondition: 'atLeast' | 'atMost';
  readonly metricThreshold: number;
}

/** What a gate saw. */
export interface GateOutcome {
  readonly goodEnough: boolean;
  /** The figure, as it is told: `0.87`, `NaN`. */
  readonly metricValue: string;
  /** In words: `accuracy is 0.87, which is not at least 0.9`. */
  readonly said: string;
}

const words = { atLeast: 'at least', atMost: 'at most' } as const;

/**
 * Holds a model's figures against a threshold. What is no number is never good enough.
 * @throws InputError where there is no figure of this name; it says which there are
 */
export function passGate(
  metrics: Readonly<Record<string, Metric | undefined>> | undefined,
  { metricName, metricCondition, metricThreshold }: MetricGate,
): GateOutcome {
  const metric = metrics?.[metricName];
  if (metric === undefined) throw missing(metricName, Object.keys(metrics ?? {}));
  const figure = Number(metric);
  const goodEnough = metricCondition === 'atLeast' ? figure >= metricThreshold : figure <= metricThreshold;
  const wanted = `${words[metricCondition]} ${metricThreshold}`;
  return {
    goodEnough,
    metricValue: String(metric),
    said: `${metricName} is ${metric}, which is ${goodEnough ? '' : 'not '}${wanted}`,
  };
}

const missing = (name: string, there: readonly string[]): InputError =>
  new InputError([
    {
      field: 'metricName',
      problem: `names "${name}", and there is no such figure: ${there.length > 0 ? `there are ${there.join(', ')}` : 'there is none at all'}`,
      remedy: 'Name a figure that is there, or leave the gate away.',
    },
  ]);
