import type { FastifyInstance } from 'fastify';
import { ApiError } from './api-error.ts';
import type { ErrorAnswer } from './error-answer.ts';

/** Answers what goes wrong on a vendor's server, in the vendor's words. */
export function serveErrors(app: FastifyInstance, answer: (error: ApiError) => ErrorAnswer): void {
  app.setErrorHandler((error, _request, reply) => {
    const { status, contentType, body } = answer(ApiError.from(error));
    return reply.code(status).header('content-type', contentType).send(body);
  });
  app.setNotFoundHandler(() => {
    throw new ApiError(404, 'Not Found');
  });
}
