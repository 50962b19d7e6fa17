import { EngineError, type ByteRange, type RandomReader } from '@modelferry/http';
import { exactLength } from './exact-length.ts';
import type { Source } from './source.ts';

/**
 * A part of a source, as a source of its own. Nothing is copied: the bytes are read where they lie.
 * @param name what the part is called @default the whole's name
 * @throws EngineError with code `unsupported` when the whole cannot be read by ranges
 */
export function rangeSource(whole: Source, range: ByteRange, name = whole.name): Source {
  if (!whole.ranged) {
    throw new EngineError({
      code: 'unsupported',
      message: `Could not take a part of "${whole.name}": it can only be read from beginning to end.`,
      remedy: 'Read it from a file.',
    });
  }
  const start = Math.max(0, range.start);
  const end = Math.max(start, Math.min(range.end, whole.length ?? range.end));
  const { reader } = whole;
  return {
    name,
    contentType: whole.contentType,
    length: end - start,
    replayable: whole.replayable,
    ranged: true,
    open(inner = { start: 0, end: end - start }) {
      const outer = { start: start + inner.start, end: Math.min(end, start + inner.end) };
      return exactLength(whole.open(outer), Math.max(0, outer.end - outer.start), whole.name);
    },
    reader: reader && (async () => clippedReader(await reader.call(whole), start, end)),
  };
}

const clippedReader = (whole: RandomReader, start: number, end: number): RandomReader => ({
  read: async (target, position) => {
    const room = Math.max(0, Math.min(target.length, end - start - position));
    return room === 0 ? 0 : whole.read(target.subarray(0, room), start + position);
  },
  close: () => whole.close(),
});
