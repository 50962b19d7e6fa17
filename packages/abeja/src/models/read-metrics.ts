import type { Metric, Metrics } from '../client/training/metrics.ts';
import { nameValuesProblem, toNameValues, type NameRules } from '../training/grammar/name-values.ts';

/** What is not finite is told by one of these words, since JSON has none for it. */
const notFinite: ReadonlySet<string> = new Set(['NaN', 'Infinity', '-Infinity']);

/** Figures may have names of all kinds. */
const names: NameRules = { pattern: /^[^\s=]+$/, characters: 'no spaces' };

const isFigure = (value: string): boolean =>
  notFinite.has(value) || (value !== '' && Number.isFinite(Number(value)));

/** What is wrong with a text of figures: `NAME=value` lines, or a JSON object. */
export function metricsProblem(text: string): string | undefined {
  const problem = nameValuesProblem(text, names);
  if (problem !== undefined) return problem;
  const wrong = Object.entries(toNameValues(text) ?? {}).find(([, value]) => !isFigure(value));
  return wrong && `must have numbers, NaN or Infinity as values, which that of "${wrong[0]}" is not`;
}

/** The figures, as the vendor takes them. */
export const toMetrics = (text: string | undefined): Metrics | undefined => {
  const given = toNameValues(text);
  return (
    given &&
    Object.fromEntries(
      Object.entries(given).map(([name, value]): [string, Metric] => [
        name,
        notFinite.has(value) ? value : Number(value),
      ]),
    )
  );
};
