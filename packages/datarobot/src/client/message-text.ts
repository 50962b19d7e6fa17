import { wordsOf } from '@modelferry/http';

/** What an error's body says in words: its `message`, which may be an object, and its `errors`. */
export function messageText(body: Readonly<Record<string, unknown>>): string {
  const said = [body['message'], body['errors']].map((part) => wordsOf(part)).filter((part) => part !== '');
  return said.length > 0 ? [...new Set(said)].join('; ') : wordsOf(body);
}
