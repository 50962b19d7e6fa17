import type { FastifyInstance } from 'fastify';
import { errorAnswer } from './error-answer.ts';
import { notFound } from './errors.ts';
import type { Platform } from './platform.ts';

/** Answers what goes wrong on one of the vendor's servers. */
export function serveErrors(app: FastifyInstance, { parts: { variants } }: Platform): void {
  app.setErrorHandler((error, _request, reply) => {
    const { status, contentType, body } = errorAnswer(error, variants);
    return reply.code(status).header('content-type', contentType).send(body);
  });
  app.setNotFoundHandler(() => {
    throw notFound();
  });
}
