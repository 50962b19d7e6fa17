import { isEngineError, messageOf } from '@modelferry/http';
import { progressText } from '@modelferry/operation';
import { expectNoSecrets } from '@modelferry/testkit';
import type { AnswerPlan } from '../answers/plan.ts';
import { judgeError } from './judge-error.ts';
import type { Performance } from './perform.ts';

/** What a run is held against. */
export interface Law {
  /** What must never be seen. */
  readonly secrets: readonly string[];
  /** Where the credential may go. */
  readonly origins: readonly string[];
}

/** Far above what an operation asks that meets nothing but refusals, and far below what only a loop without end asks. */
const maxRequests = 400;
/** Longest time of one run, in real milliseconds: what takes longer is a text that takes too long to read. */
const maxMs = 8_000;

/** What is wrong with a run; nothing, however it ended, if it ended as promised. */
export function judge(
  performance: Performance,
  { secrets, origins }: Law,
  plan: AnswerPlan,
): readonly string[] {
  const { result, events, requests, sleeping, open, astray, tookMs, redact } = performance;
  const errors = errorsIn(result);
  const known = new Set(origins.map((url) => new URL(url).origin));
  const toOthers = requests.filter(({ url }) => !known.has(new URL(url).origin));
  return [
    ...(result === undefined ? ['It did not end.'] : []),
    ...errors.flatMap(judgeError),
    ...(tookMs > maxMs ? [`It took ${tookMs} ms.`] : []),
    ...(requests.length > maxRequests ? [`It sent ${requests.length} requests.`] : []),
    ...(sleeping > 0 ? [`It left ${sleeping} timers behind.`] : []),
    ...(open > 0 ? [`It left ${open} requests or answers behind.`] : []),
    ...(astray.length > 0 ? [`It left files astray: ${astray.join(', ')}`] : []),
    // Hosts redact what they show: a vendor may give the key itself for an ID or a status
    ...leak('what a host shows', [...errors.map(saidBy), ...events.map(progressText)].map(redact), secrets),
    ...(namesTheKey(plan) ? [] : leak('its errors, down to their causes', errors, secrets)),
    ...leak('a request to somebody else', toOthers, secrets),
  ];
}

/** Whether the key stands in the answer where an ID or a word belongs, and then as well in all that is made of it. */
const namesTheKey = ({ wrongs }: AnswerPlan): boolean =>
  wrongs.some((wrong) => wrong.kind === 'rename' || (wrong.kind === 'put' && typeof wrong.junk === 'string'));

function errorsIn(result: PromiseSettledResult<unknown> | undefined): readonly unknown[] {
  if (result?.status === 'rejected') return [result.reason];
  const value = result?.value;
  // Rows fail by themselves
  return Array.isArray(value)
    ? value.flatMap((one: { readonly ok?: boolean; readonly error?: unknown } | null) =>
        one?.ok === false ? [one.error] : [],
      )
    : [];
}

const saidBy = (error: unknown): string =>
  isEngineError(error) ? `${error.message} ${error.remedy ?? ''}` : messageOf(error);

function leak(where: string, value: unknown, secrets: readonly string[]): readonly string[] {
  try {
    expectNoSecrets(value, secrets);
    return [];
  } catch (error) {
    return [`In ${where}: ${messageOf(error)}`];
  }
}
