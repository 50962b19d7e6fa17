import type { FastifyInstance } from 'fastify';

/** What tells only that the platform is there. */
export function versionRoutes(app: FastifyInstance): void {
  app.get('/version/', { config: { operation: 'version' } }, () => ({
    major: 2,
    minor: 26,
    versionString: '2.26.0',
  }));
  app.get('/ping', { config: { operation: 'ping' } }, () => ({ response: 'pong' }));
}
