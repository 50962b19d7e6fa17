import { EngineError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { collectBytes } from '../bytes.ts';

/** Keeps files in a map, by their names; as every host, whole or not at all. */
export const memorySink =
  (files: Map<string, Uint8Array>): RunContext<unknown>['save'] =>
  async ({ name, contentType, length, body }) => {
    const bytes = await collectBytes(body);
    if (length !== undefined && bytes.length !== length) {
      const message = `${name}: ${length} bytes were promised and ${bytes.length} came.`;
      throw new EngineError({ code: 'source-mismatch', message });
    }
    files.set(name, bytes);
    return { name, contentType, bytes: bytes.length, location: `memory:${name}` };
  };
