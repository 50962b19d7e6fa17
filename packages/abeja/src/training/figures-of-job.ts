import type { Job } from '../client/training/job.ts';
import type { Metric, Metrics } from '../client/training/metrics.ts';
import type { Model } from '../client/training/models.ts';

/**
 * All figures that are known of a job, by the names by which a gate asks for them: those of a stage as
 * `validation.accuracy`, those that its code tells beside them, and those of the models that it has made.
 */
export function figuresOfJob({ statistics }: Job, models: readonly Model[]): Metrics {
  const { stages = {}, others = {} } = statistics ?? {};
  const staged = Object.entries(stages).flatMap(([stage, metrics]) =>
    Object.entries(metrics).map(([name, value]): [string, Metric] => [`${stage}.${name}`, value]),
  );
  const beside = [...models.map(({ metrics }) => metrics ?? {}), others].flatMap((metrics) =>
    Object.entries(metrics).filter((entry): entry is [string, Metric] => isMetric(entry[1])),
  );
  return Object.fromEntries([...beside, ...staged]);
}

const isMetric = (value: unknown): value is Metric => typeof value === 'number' || typeof value === 'string';
