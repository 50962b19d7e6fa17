import type { Redactor } from '@modelferry/http';
import { escape, escapeSentence } from './escape.ts';
import { snippetBlock } from './snippet-block.ts';

/** What the post step adds to the summary. */
export function afterword(
  doing: string,
  {
    lines,
    snippet,
    redact,
  }: { readonly lines: readonly string[]; readonly snippet?: string; readonly redact: Redactor },
): string {
  const said = `**After ${escape(doing)}:** ${lines.map((line) => escapeSentence(redact(line))).join(' ')}`;
  return `${[said, '', ...snippetBlock(snippet, redact)].join('\n').trimEnd()}\n\n`;
}
