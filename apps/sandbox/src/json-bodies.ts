import type { FastifyInstance } from 'fastify';

/** Bodies are read as JSON when they say so and are not empty; any other is no body. */
export function takeJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (request, body: string, done) => {
    request.entry.bodyBytes = Buffer.byteLength(body);
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return done(null, undefined);
    try {
      done(null, body === '' ? undefined : JSON.parse(body));
    } catch {
      done(Object.assign(new Error('the body is not JSON.'), { statusCode: 400 }), undefined);
    }
  });
}

/** Bodies stay unread, for a route that takes them as they come. */
export function leaveBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null, undefined));
}
