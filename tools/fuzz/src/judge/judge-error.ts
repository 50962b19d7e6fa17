import { isEngineError } from '@modelferry/http';

/** Longest message together with its remedy, in characters. */
const maxLength = 12_000;

/** What is wrong with something that was thrown; nothing, if it is an error of ours that a person can read. */
export function judgeError(error: unknown): readonly string[] {
  if (!isEngineError(error)) return [`It failed with an error that is none of ours: ${stackOf(error)}`];
  const said = `${error.message} ${error.remedy ?? ''}`;
  return [
    ...(/[\p{Cc}\p{Zl}\p{Zp}]/u.test(said)
      ? [`Its message is more than a line: ${JSON.stringify(said)}`]
      : []),
    ...(said.length > maxLength ? [`Its message has ${said.length} characters.`] : []),
    ...(/\[object |undefined|\bNaN\b/.test(said) ? [`Its message shows our insides: ${said}`] : []),
  ];
}

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? String(error)).split('\n').slice(0, 6).join('\n') : String(error);
