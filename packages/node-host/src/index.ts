export { abortOnSignals, type StopSignals } from './abort-on-signals.ts';
export { bulkTransport } from './bulk-transport.ts';
export { fileSink } from './file-sink.ts';
export { fileSource, type FileSource, type FileSourceOptions } from './file-source.ts';
export { nodeClock } from './node-clock.ts';
export { nodeTransport } from './node-transport.ts';
export { tempScratch } from './temp-scratch.ts';
export type { NodeTransport, NodeTransportOptions } from './transport-options.ts';
export { undiciTransport } from './undici-transport.ts';
