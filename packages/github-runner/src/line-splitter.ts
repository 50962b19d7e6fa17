import { StringDecoder } from 'node:string_decoder';

/** Cuts the bytes of a stream into lines at `\n`, `\r\n` and a lone `\r`. */
export interface LineSplitter {
  push(bytes: Buffer): readonly string[];
  /** The last line, where the stream did not end with a line's end. */
  end(): readonly string[];
}

/** A splitter for one stream of UTF-8. */
export function lineSplitter(): LineSplitter {
  const decoder = new StringDecoder('utf8');
  let open = '';
  let afterReturn = false;
  const take = (text: string) => {
    // The `\n` of a `\r\n` can come with the next chunk
    const rest = afterReturn && text.startsWith('\n') ? text.slice(1) : text;
    if (text !== '') afterReturn = text.endsWith('\r');
    const lines = (open + rest).split(/\r\n|\r|\n/);
    open = lines.pop() ?? '';
    return lines;
  };
  return {
    push: (bytes) => take(decoder.write(bytes)),
    end: () => {
      const lines = take(decoder.end());
      return open === '' ? lines : [...lines, open];
    },
  };
}
