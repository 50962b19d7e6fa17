import { startTestServer, type TestServer } from '@modelferry/testkit';
import type { SentRequest } from './encode-request.ts';

/** Stands before a server, writes down what passes to the byte, and passes it on. */
export interface Relay extends Pick<TestServer, 'url' | 'close'> {
  /** What has passed since it was last asked. */
  taken(): readonly SentRequest[];
}

export async function startRelay(target: () => string): Promise<Relay> {
  let passed: SentRequest[] = [];
  const { url, close } = await startTestServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', headers } = request;
    const sent: SentRequest = {
      line: `${method} ${request.url}`,
      contentType: headers['content-type'],
      body: Buffer.concat(chunks).toString('latin1'),
    };
    passed.push(sent);
    const answer = await deliver(target(), sent, headers.authorization ?? '');
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.text);
  });
  return {
    url,
    close,
    taken() {
      const all = passed;
      passed = [];
      return all;
    },
  };
}

/** Sends a request as it is. */
export async function deliver(
  baseUrl: string,
  { line, contentType, body }: SentRequest,
  authorization: string,
): Promise<{ readonly status: number; readonly text: string }> {
  const [method = '', path = ''] = line.split(' ');
  const response = await fetch(`${baseUrl}${path}`, {
    method,
    redirect: 'manual',
    headers: { authorization, ...(contentType !== undefined && { 'content-type': contentType }) },
    body: body === '' ? undefined : Buffer.from(body, 'latin1'),
  });
  return { status: response.status, text: await response.text() };
}
