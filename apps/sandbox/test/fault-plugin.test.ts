import { Readable } from 'node:stream';
import { fastify } from 'fastify';
import type { FaultBehaviours } from '../src/faults/behaviour.ts';
import { FaultPlanner } from '../src/faults/plan.ts';
import { installFaults } from '../src/faults/plugin.ts';

/** An answer that breaks before its first byte. */
const broken = (): Readable =>
  new Readable({
    read() {
      this.destroy(new Error('nobody is there any more'));
    },
  });

it('an answer that a fault breaks before its first byte is followed by an error, which nothing breaks again', async () => {
  const app = fastify();
  app.addHook('onRequest', async (request) => void Object.assign(request, { entry: { operation: 'put' } }));
  const planner = new FaultPlanner();
  planner.plan({ kind: 'slow-drip', operation: 'put' });
  const behaviours: FaultBehaviours = { 'slow-drip': { answer: broken } };
  installFaults(app, 'abeja', planner, behaviours);
  app.setErrorHandler((error, _request, reply) => reply.code(500).send(String(error)));
  app.get('/', async () => 'fine');
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const answer = await fetch(url);
  expect([answer.status, await answer.text()]).toEqual([500, 'Error: nobody is there any more']);
  expect(await (await fetch(url)).text()).toBe('fine');
  await app.close();
});
