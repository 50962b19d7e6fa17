import type { FastifyInstance } from 'fastify';
import { allAbejaVariants } from './abeja/variants.ts';
import { allDataRobotVariants } from './data-robot/variants.ts';
import type { FaultRequest } from './faults/fault.ts';
import { allFaultKinds } from './faults/kinds.ts';
import { operationNames } from './faults/operations.ts';
import { predictionOneVariants } from './prediction-one/variants.ts';
import type { Sandbox } from './sandbox.ts';

const knownVariants = { ...allAbejaVariants, ...predictionOneVariants, ...allDataRobotVariants };

/** The sandbox's own API: everything that {@link Sandbox} offers, over HTTP. */
export function controlRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.setErrorHandler((error, _request, reply) => {
    const { statusCode } = error as { readonly statusCode?: number };
    const status = error instanceof RangeError ? 400 : (statusCode ?? 500);
    return reply.code(status).send({ error: error instanceof Error ? error.message : String(error) });
  });
  void app.register(
    async (control) => {
      control.addHook('preHandler', async ({ body, method, url }) => {
        if (method !== 'POST' || url.endsWith('/reset') || (typeof body === 'object' && body !== null))
          return;
        throw new RangeError('Send a JSON body, with Content-Type: application/json.');
      });
      control.get('/', () => ({
        ...sandbox.describe(),
        operations: operationNames,
        faultKinds: allFaultKinds,
        variants: knownVariants,
      }));
      control.get('/state', () => sandbox.state());
      control.get('/requests', () => ({ requests: sandbox.requests() }));
      control.get('/faults', () => ({ faults: sandbox.faults.list() }));
      control.post<{
        Body: FaultRequest | readonly FaultRequest[] | { readonly faults: readonly FaultRequest[] };
      }>('/faults', (request, reply) => {
        const { body } = request;
        return reply.code(201).send(sandbox.faults.plan('faults' in body ? body.faults : body));
      });
      control.get<{ Params: { readonly id: string } }>('/faults/:id', (request, reply) => {
        const plan = sandbox.faults.get(request.params.id);
        return plan ?? reply.code(404).send({ error: `There is no plan "${request.params.id}".` });
      });
      control.delete<{ Params: { readonly id: string } }>('/faults/:id', (request, reply) => {
        sandbox.faults.clear(request.params.id);
        return reply.code(204).send();
      });
      control.get('/variants', () => ({ enabled: sandbox.variants.list(), known: knownVariants }));
      control.post<{ Body: { readonly enable?: readonly string[]; readonly disable?: readonly string[] } }>(
        '/variants',
        (request) => {
          sandbox.variants.change(request.body);
          return { enabled: sandbox.variants.list() };
        },
      );
      control.post<{ Body: { readonly steps?: number; readonly advanceMs?: number } }>(
        '/clock',
        (request) => {
          const { steps = 0, advanceMs = 0 } = request.body;
          if (!Number.isInteger(steps) || steps < 0 || !(advanceMs >= 0)) {
            throw new RangeError('"steps" must be a whole number and "advanceMs" a number, both 0 or more.');
          }
          sandbox.clock.step(steps);
          sandbox.clock.advance(advanceMs);
          return { now: new Date(sandbox.clock.now()).toISOString() };
        },
      );
      control.post('/reset', async (_request, reply) => {
        await sandbox.reset();
        return reply.code(204).send();
      });
    },
    { prefix: '/_sandbox' },
  );
}
