import type { Metric } from '../client/training/metrics.ts';

/** What is known of a model, by its names. */
export type Figures = Readonly<Record<string, Metric | undefined>>;

/** What a figure must be for a model to be good enough. */
export interface MetricGate {
  readonly metricName: string;
  readonly metricCondition: 'atLeast' | 'atMost';
  readonly metricThreshold: number;
  /** Whether what is not good enough ends the run. It is an output and a warning otherwise. */
  readonly failIfNotGoodEnough: boolean;
}

/** What a gate saw. */
export interface GateOutcome {
  readonly goodEnough: boolean;
  /** The figure, as it is told: `0.87`, `NaN`; undefined where there is none of this name. */
  readonly metricValue: string | undefined;
  /** In words: `accuracy is 0.87, which is not at least 0.9`. */
  readonly said: string;
}

const words = { atLeast: 'at least', atMost: 'at most' } as const;

/** Holds a model's figures against a threshold. What is no number, or is not there, is never good enough. */
export function passGate(
  figures: Figures = {},
  { metricName, metricCondition, metricThreshold }: Omit<MetricGate, 'failIfNotGoodEnough'>,
): GateOutcome {
  const wanted = `${words[metricCondition]} ${metricThreshold}`;
  const metric = Object.hasOwn(figures, metricName) ? figures[metricName] : undefined;
  if (metric === undefined) {
    const there = Object.keys(figures).join(', ');
    const instead = there === '' ? 'there is none at all' : `there are ${there}`;
    const said = `${metricName} is to be ${wanted}, and there is no such figure: ${instead}`;
    return { goodEnough: false, metricValue: undefined, said };
  }
  const figure = Number(metric);
  const goodEnough = metricCondition === 'atLeast' ? figure >= metricThreshold : figure <= metricThreshold;
  const said = `${metricName} is ${metric}, which is ${goodEnough ? '' : 'not '}${wanted}`;
  return { goodEnough, metricValue: String(metric), said };
}
