import * as v from 'valibot';

/** A figure. One that is not finite travels as `Infinity`, `-Infinity` or `NaN`. */
export type Metric = number | string;

/** Figures by their names. */
export type Metrics = Readonly<Record<string, Metric>>;

/** A figure in an answer. */
export const metric = v.union([v.number(), v.string()]);

/** As it is sent, at any depth: JSON has no word for what is not finite, and would make it null. */
export function metricsOnWire(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(metricsOnWire);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, metricsOnWire(one)]));
}
