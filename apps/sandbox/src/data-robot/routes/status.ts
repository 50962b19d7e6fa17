import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AsyncTask } from '../async-tasks.ts';
import { isoSeconds } from '../../dates.ts';
import { notFound } from '../errors.ts';
import { locationOf } from '../links.ts';
import { pageOf } from '../page.ts';
import type { Platform } from '../platform.ts';

type Call = FastifyRequest<{ Params: { readonly id: string } }>;

/** What goes on after its call was answered. */
export function statusRoutes(app: FastifyInstance, platform: Platform): void {
  const { variants } = platform.parts;
  const find = (request: Call): AsyncTask => {
    const task = platform.tasks.get(request.params.id);
    if (task === undefined || task.isDeleted) throw notFound('Status not found');
    return task;
  };
  const shown = (task: AsyncTask): Record<string, unknown> => ({
    statusId: task.id,
    status: variants.has('status-stuck-initialized') ? 'INITIALIZED' : task.status,
    code: task.message === '' ? 0 : 1,
    message: task.message,
    description: task.description,
    created: isoSeconds(task.createdMs),
    statusType: task.type,
  });

  app.get('/status/', { config: { operation: 'asyncStatusList' } }, (request) => {
    const running = [...platform.tasks.values()].filter((task) => !task.isOver && !task.isDeleted);
    return pageOf(platform, request, running.map(shown), { usual: 100 });
  });

  app.get('/status/:id/', { config: { operation: 'asyncStatus' } }, async (request: Call, reply) => {
    const task = find(request);
    await task.poll();
    const isStuck = variants.has('status-stuck-initialized') || variants.has('status-200-completed');
    if (task.path === undefined || isStuck) return shown(task);
    return reply
      .code(303)
      .header('location', locationOf(platform, request, task.path))
      .send();
  });

  app.delete('/status/:id/', { config: { operation: 'asyncStatusDelete' } }, (request: Call, reply) => {
    find(request).isDeleted = true;
    return reply.code(204).send();
  });
}

/** Answers 202 with the place at which a task is watched. */
export function accepted(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  task: AsyncTask,
  body?: Readonly<Record<string, unknown>>,
): FastifyReply {
  request.entry.jobId = task.id;
  return reply
    .code(202)
    .header('location', locationOf(platform, request, `/status/${task.id}/`))
    .send(body);
}
