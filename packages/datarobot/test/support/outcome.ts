import { isEngineError, type EngineError } from '@modelferry/http';
import type { Performance } from '../fault-table/support/stage.ts';

/** What an operation gave. */
export function valueOf<Value = Readonly<Record<string, unknown>>>({ result }: Performance): Value {
  if (result.status === 'rejected') throw result.reason;
  return result.value as Value;
}

/** What it failed with. */
export function errorOf({ result }: Performance): EngineError {
  if (result.status === 'fulfilled') throw new Error('It succeeded.');
  if (!isEngineError(result.reason)) throw result.reason;
  return result.reason;
}

/** What an error says in all: what happened, and what to do next. */
export const wordsOf = (performance: Performance): string => {
  const { message, remedy } = errorOf(performance);
  return `${message} ${remedy}`;
};

export const warningsOf = ({ events }: Performance): string =>
  events.flatMap((event) => (event.type === 'warning' ? [event.message] : [])).join('\n');
