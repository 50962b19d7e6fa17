import type { ICredentialTestRequest } from 'n8n-workflow';

/** Something else than the API may answer with 200, too: n8n gives a page as text, the API's answer as an object. */
const textAnswer = (message: string) => ({
  type: 'responseSuccessBody' as const,
  properties: { key: 'constructor.name', value: 'String', message },
});

/**
 * What n8n says of an answer to a credential's test, by its status. n8n looks at each rule by its type, where its own types
 * want only one.
 *
 * @param notTheApi said of a page, which is no answer of the API
 */
export const refusalRules = (
  messages: Readonly<Record<number, string>>,
  notTheApi: string,
): ICredentialTestRequest['rules'] =>
  [
    ...Object.entries(messages).map(([status, message]) => ({
      type: 'responseCode' as const,
      properties: { value: Number(status), message },
    })),
    textAnswer(notTheApi),
  ] as unknown as ICredentialTestRequest['rules'];
