import { binaryData } from './workbench.ts';

/** How n8n's store was read: as streams, or file by file into memory. */
export interface StoreReads {
  readonly streams: number;
  readonly buffers: number;
}

/** Counts how n8n's store is read while something runs. */
export async function storeReads(run: () => Promise<unknown>): Promise<StoreReads> {
  const streams = jest.spyOn(binaryData, 'getAsStream');
  const buffers = jest.spyOn(binaryData, 'getAsBuffer');
  try {
    await run();
    return { streams: streams.mock.calls.length, buffers: buffers.mock.calls.length };
  } finally {
    streams.mockRestore();
    buffers.mockRestore();
  }
}
