import { readFileSync } from 'node:fs';

const established = '01';

/**
 * How many connections to a local port their clients still hold open, by the kernel's own table. The server cannot tell:
 * one that has stopped reading does not notice that its client has gone.
 */
export function clientSockets(port: number): number {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((path) => readFileSync(path, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , remote, state]) => remote?.endsWith(suffix) && state === established).length;
}
