import type { Delivery } from '../stage/deliver.ts';
import type { Change, SeenRequest } from '../stage/stage.ts';
import type { Answer } from '../stage/tape.ts';
import { changeBytes } from './change-bytes.ts';
import { changeJson, isJsonWrong } from './change-json.ts';
import { changeWire } from './change-wire.ts';
import { placeholders, type AnswerPlan, type Wrong } from './plan.ts';

/** A presigned URL that no server has handed out. */
export const strangeSignature = 'c1b94d6f0e7a48d2a5f3';
const strangeUrl = `https://files.example/x.csv?X-Amz-Signature=${strangeSignature}&X-Amz-Expires=900`;

const credentialHeaders = ['authorization', 'x-api-key', 'datarobot-key', 'x-abeja-token'];

/** Makes of a plan what the server does. @param length how many answers a good run gets */
export function applyPlan({ at, forever, wrongs }: AnswerPlan, length: number): Change {
  const first = at % Math.max(1, length);
  return (answer, request, number) =>
    number === first || (forever && number > first) ? spoil(answer, request, wrongs) : { answer };
}

function spoil(answer: Answer, request: SeenRequest, wrongs: readonly Wrong[]): Delivery {
  let spoiled = answer;
  let delivery: Delivery | undefined;
  for (const wrong of wrongs) {
    if (isJsonWrong(wrong)) spoiled = withText(spoiled, changeJson(spoiled.body.toString('utf8'), wrong));
    else if (wrong.kind === 'body') spoiled = withText(spoiled, wrong.text);
    else if (wrong.kind === 'bytes') spoiled = changeBytes(spoiled, wrong.how);
    else if (wrong.kind === 'status') spoiled = { ...spoiled, status: wrong.status };
    else if (wrong.kind === 'header') spoiled = withHeader(spoiled, wrong.name, fill(wrong.value, request));
    else delivery = changeWire(spoiled, wrong.how);
    spoiled = withText(spoiled, fill(spoiled.body.toString('latin1'), request, 'latin1'), 'latin1');
  }
  return { ...delivery, answer: spoiled };
}

const withText = (answer: Answer, text: string, encoding: 'utf8' | 'latin1' = 'utf8'): Answer => ({
  ...answer,
  body: Buffer.from(text, encoding),
});

const withHeader = ({ headers, ...answer }: Answer, name: string, value: string): Answer => ({
  ...answer,
  headers: [...headers.filter(([other]) => other.toLowerCase() !== name), [name, value]],
});

/** Puts the request's own credential where a text stands for it. */
function fill(text: string, { headers }: SeenRequest, encoding: 'utf8' | 'latin1' = 'utf8'): string {
  if (!text.includes('{key') && !text.includes('{url}')) return text;
  const found = credentialHeaders.flatMap((name) => headers[name] ?? [])[0] ?? 'no key';
  const key = found.replace(/^(Bearer|Token|Basic) /i, '');
  return text
    .replaceAll(placeholders.plain, key)
    .replaceAll(placeholders.encoded, encodeURIComponent(key))
    .replaceAll(placeholders.base64, Buffer.from(key, encoding).toString('base64'))
    .replaceAll(placeholders.url, strangeUrl);
}
