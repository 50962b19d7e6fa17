import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { binaryData } from './n8n-lab.ts';

/** A store as n8n's database mode: the whole file in memory, given back as one single chunk. */
export function useDatabaseManager(): { readonly chunks: number[]; readonly files: Map<string, Buffer> } {
  const files = new Map<string, Buffer>();
  const chunks: number[] = [];
  const read = (fileId: string) => {
    const found = files.get(fileId);
    if (!found) throw new Error(`There is no file ${fileId}.`);
    return found;
  };
  const manager = {
    init: async () => undefined,
    store: async (_: unknown, content: Buffer | Readable) => {
      const fileId = String(files.size + 1);
      files.set(fileId, Buffer.isBuffer(content) ? content : await buffer(content));
      return { fileId, fileSize: read(fileId).length };
    },
    getAsBuffer: async (fileId: string) => read(fileId),
    getAsStream: async (fileId: string) => {
      chunks.push(read(fileId).length);
      return Readable.from([read(fileId)]);
    },
    getMetadata: async (fileId: string) => ({ fileSize: read(fileId).length }),
  };
  binaryData.setManager('database', manager as never);
  return { chunks, files };
}
