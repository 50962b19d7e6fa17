import { TransportError, type Transport, type TransportRequest } from '@modelferry/http';

const maxHops = 5;

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Follows redirects of requests that carry nothing worth hiding: a file that a server gives to everyone is often handed out
 * by another one. Never to be put around a transport that signs.
 */
export const followRedirects = (plain: Transport): Transport => ({
  async send(request: TransportRequest) {
    let { url } = request;
    for (let hop = 0; ; hop++) {
      const answer = await plain.send({ ...request, url });
      const { location } = answer.headers;
      if (request.method !== 'GET' || location === undefined || !redirects.has(answer.status)) return answer;
      answer.body.cancel();
      url = nextUrl(location, url);
      if (hop >= maxHops) throw refused(`the server redirects more than ${maxHops} times.`);
    }
  },
});

function nextUrl(location: string, from: string): string {
  const next = URL.canParse(location, from) ? new URL(location, from) : undefined;
  if (!next || !/^https?:$/.test(next.protocol))
    throw refused('the server redirects to something that is no web address.');
  return next.href;
}

const refused = (message: string): TransportError =>
  new TransportError({ kind: 'fatal', message, bodyTaken: 'none' });
