/** The part of a Node.js `Readable` that the host relies on: n8n gives and takes such streams, and no other kind. */
export interface NodeReadable extends AsyncIterable<Uint8Array> {
  readonly destroyed: boolean;
  destroy(error?: Error): unknown;
  on(event: 'error', listener: (error: unknown) => void): unknown;
}

export const isNodeReadable = (value: unknown): value is NodeReadable =>
  typeof value === 'object' && value !== null && 'pipe' in value && 'destroy' in value;
