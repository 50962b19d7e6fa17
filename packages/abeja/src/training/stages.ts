import { jsonFields } from '@modelferry/http';
import type { Metrics } from '../client/training/metrics.ts';

type Stages = Readonly<Record<string, Metrics>>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isMetric = (value: unknown): boolean => typeof value === 'number' || typeof value === 'string';

/** What is wrong with the figures of stages, as JSON: `{"train": {"loss": 0.05}}` is right. */
export function stagesProblem(text: string): string | undefined {
  const stages = jsonFields(text);
  return stages &&
    Object.values(stages).every((stage) => isObject(stage) && Object.values(stage).every(isMetric))
    ? undefined
    : 'must be a JSON object with an object of figures for each stage, as {"validation": {"accuracy": 0.8}}';
}

/** The figures that such a text tells. */
export const toStages = (text: string | undefined): Stages | undefined =>
  text === undefined ? undefined : (jsonFields(text) as Stages | undefined);
