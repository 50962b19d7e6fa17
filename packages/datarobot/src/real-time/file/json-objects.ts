import { joinBytes } from '@modelferry/upload';

/** How objects stand in a file: in one list, or one after the other, as in JSON Lines. */
export type JsonForm = 'list' | 'lines';

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];
const blanks: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** Where the reading stands between objects: a list has an order of marks, lines have none. */
type Place = 'start' | 'open' | 'object' | 'comma' | 'end';

/** An object's bytes, and where they begin, in bytes from the beginning of the file. */
export interface JsonPiece {
  readonly bytes: Uint8Array;
  readonly start: number;
}

/** Tells the objects of a JSON file apart, in bytes that come in pieces of any size. What is in them is the server's to judge. */
export class JsonObjects {
  readonly #form: JsonForm;
  #place: Place = 'start';
  /** Brackets that are open within an object; 0 between objects. */
  #depth = 0;
  #inText = false;
  #escaped = false;
  #position = 0;
  #begun: Uint8Array[] = [];
  #begunBytes = 0;
  #start = 0;

  constructor(form: JsonForm) {
    this.#form = form;
  }

  /** Bytes of the object that has begun and not ended. */
  get begunBytes(): number {
    return this.#begunBytes;
  }

  /** Whether all that has begun has ended. */
  get isWhole(): boolean {
    return this.#depth === 0 && (this.#form === 'lines' || this.#place === 'end');
  }

  /** The objects that end in this piece. @throws RangeError with the place of what belongs nowhere, in bytes */
  *feed(chunk: Uint8Array): Generator<JsonPiece, void, undefined> {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (this.#depth > 0) {
        this.#within(byte);
        if (this.#depth > 0) continue;
        yield this.#ended(chunk.subarray(from, at + 1));
      } else if (byte === openBrace && this.#mayBegin()) {
        this.#depth = 1;
        this.#start = this.#position + at;
        from = at;
      } else {
        this.#between(byte, this.#position + at);
      }
    }
    if (this.#depth > 0) {
      this.#begun.push(chunk.subarray(from));
      this.#begunBytes += chunk.length - from;
    }
    this.#position += chunk.length;
  }

  #within(byte: number): void {
    if (this.#inText) {
      if (this.#escaped) this.#escaped = false;
      else if (byte === backslash) this.#escaped = true;
      else if (byte === quote) this.#inText = false;
    } else if (byte === quote) this.#inText = true;
    else if (byte === openBrace || byte === openBracket) this.#depth += 1;
    else if (byte === closeBrace || byte === closeBracket) this.#depth -= 1;
  }

  #ended(last: Uint8Array): JsonPiece {
    const bytes = this.#begun.length === 0 ? last : joinBytes([...this.#begun, last]);
    this.#begun = [];
    this.#begunBytes = 0;
    this.#place = 'object';
    return { bytes, start: this.#start };
  }

  #mayBegin(): boolean {
    return this.#form === 'lines' || this.#place === 'open' || this.#place === 'comma';
  }

  #between(byte: number, position: number): void {
    if (blanks.has(byte)) return;
    const next = this.#form === 'list' ? placeAfter(this.#place, byte) : undefined;
    if (next === undefined) throw new RangeError(`has something that is no object at byte ${position}`);
    this.#place = next;
  }
}

function placeAfter(place: Place, byte: number): Place | undefined {
  if (byte === openBracket && place === 'start') return 'open';
  if (byte === comma && place === 'object') return 'comma';
  return byte === closeBracket && (place === 'object' || place === 'open') ? 'end' : undefined;
}
