import { peekSource, type Source } from '@modelferry/upload';
import { csvSlices } from './csv-slices.ts';
import { jsonSlices } from './json-slices.ts';
import type { Slice, SliceRules } from './slice.ts';

/** How much of a file tells what it is, in bytes. */
const glanceBytes = 64 * 1024;

/** Cuts a file on the ends of its rows. What it is shows its content, since text that was typed in has no name of its own. */
export async function* slicesOf(file: Source, rules: SliceRules): AsyncGenerator<Slice, void, undefined> {
  const { head, source } = await peekSource(file, glanceBytes);
  const beginning = new TextDecoder().decode(head).trimStart();
  if (/^\[\s*[{\]]/.test(beginning)) yield* jsonSlices(source, 'list', rules);
  else if (/^\{\s*["}]/.test(beginning)) yield* jsonSlices(source, 'lines', rules);
  else yield* csvSlices(source, rules);
}
