import type { AnswerStep } from '../script-step.ts';
import type { ScriptedTransport } from '../scripted-transport.ts';

/** One documented call of a vendor: what is sent, and what is answered and given. */
export interface DocumentedCall<Client> {
  /** Its place in the specification, and what it does. */
  readonly call: string;
  readonly send: (client: Client, signal: AbortSignal) => Promise<unknown>;
  readonly answer: AnswerStep;
  /** Method and URL; a URL below {@link CallsOnTrial.baseUrl} without that. */
  readonly request: string;
  /** The body as JSON. */
  readonly json?: unknown;
  /** The body as text. Without any of these three there must be none. */
  readonly body?: string;
  /** The parts of a form: name, file name, media type, text. */
  readonly parts?: readonly (readonly unknown[])[];
  /** What the call gives, where it is more than what it was answered. */
  readonly gives?: unknown;
  /** Those that matter; an undefined one must not be sent. */
  readonly headers?: object;
}

/** A client with its documented calls. */
export interface CallsOnTrial<Client> {
  readonly rows: readonly DocumentedCall<Client>[];
  readonly baseUrl: string;
  /** Sent with every request, unless its row says otherwise. */
  readonly headers: object;
  start(answers: readonly AnswerStep[]): {
    readonly client: Client;
    readonly transport: ScriptedTransport;
    readonly abort: AbortController;
  };
}

/** That a client sends each call as it is documented, and has no call without a row. */
export function documentedCallsContract<Client extends object>(trial: CallsOnTrial<Client>): void {
  const { rows, baseUrl } = trial;

  test.each(rows)('$call', async ({ send, answer, request, json, body, parts, headers, ...row }) => {
    const { client, transport, abort } = trial.start([answer]);
    const given = await send(client, abort.signal);
    transport.expectConsumed();
    const [sent] = transport.requests;
    expect(`${sent?.method} ${sent?.url.replace(baseUrl, '')}`).toBe(request);
    const texts = sent?.parts?.map(({ name, fileName, contentType, bytes }) => [
      ...[name, fileName, contentType, new TextDecoder().decode(bytes)],
    ]);
    if (json !== undefined) expect(sent?.json).toEqual(json);
    else if (parts !== undefined) expect(texts).toEqual(parts);
    else expect([sent?.text, sent?.parts]).toEqual([body ?? '', undefined]);
    const wanted: Readonly<Record<string, unknown>> = { ...trial.headers, ...headers };
    const had = Object.keys(wanted).map((name) => [name, sent?.headers[name]]);
    expect(Object.fromEntries(had)).toEqual(wanted);
    if ('gives' in row) expect(given).toEqual(row.gives);
  });

  test('every call of the client has its row', () => {
    const { client } = trial.start([]);
    const calls = Object.entries(client).filter(([, call]) => typeof call === 'function');
    const tested = rows.map(({ send }) => String(send)).join(' ');
    expect(calls.map(([name]) => name).filter((name) => !tested.includes(`.${name}(`))).toEqual([]);
  });
}
