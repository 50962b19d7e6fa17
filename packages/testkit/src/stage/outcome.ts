import { isEngineError, type EngineError } from '@modelferry/http';
import type { Performance } from './performance.ts';

/** What an operation gave. */
export function valueOf<Value = Readonly<Record<string, unknown>>>({
  result,
}: Pick<Performance, 'result'>): Value {
  if (result.status === 'rejected') throw result.reason;
  return result.value as Value;
}

/** What it failed with. */
export function errorOf({ result }: Pick<Performance, 'result'>): EngineError {
  if (result.status === 'fulfilled') throw new Error('It succeeded.');
  if (!isEngineError(result.reason)) throw result.reason;
  return result.reason;
}

/** What an error says in all: what happened, and what to do next. */
export function wordsOf(performance: Pick<Performance, 'result'>): string {
  const { message, remedy } = errorOf(performance);
  return `${message} ${remedy}`;
}

/** Every warning that was given on the way, each on a line. */
export const warningsOf = ({ events }: Pick<Performance, 'events'>): string =>
  events.flatMap((event) => (event.type === 'warning' ? [event.message] : [])).join('\n');
