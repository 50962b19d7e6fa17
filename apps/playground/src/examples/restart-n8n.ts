import type { Attendant } from './example.ts';

/** Stops n8n while the workflow waits, and starts it again. */
export const restartN8n: Attendant = async ({ status, lastNode }, { server, progress, signal }) => {
  if (status !== 'waiting') return false;
  progress.say(`The playground restarts n8n while the workflow waits at "${lastNode}"`);
  await server.stop();
  await server.start(signal);
  progress.say('n8n is up again');
  return true;
};
