import type { Source } from '@modelferry/upload';

/** The same bytes under another name. */
export function namedSource(source: Source, name: string): Source {
  const { reader } = source;
  return {
    name,
    contentType: source.contentType,
    length: source.length,
    replayable: source.replayable,
    ranged: source.ranged,
    open: (range) => source.open(range),
    reader: reader && (() => reader.call(source)),
  };
}
