import { randomUUID } from 'node:crypto';

/** An entry of the files by which outputs and state reach the runner; a value may have lines. */
export function fileEntry(name: string, value: string): string {
  const end = `ferry_${randomUUID()}`;
  return `${name}<<${end}\n${value}\n${end}\n`;
}
