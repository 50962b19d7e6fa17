export type { OutgoingFile, SavedFile, Sink } from './sink.ts';
export type { ScratchFile, ScratchStore } from './scratch.ts';
export { bytesSource, type Source } from './source.ts';
