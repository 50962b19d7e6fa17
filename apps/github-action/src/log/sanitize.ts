import { visible } from '../text/visible.ts';

/** Line ends that the runner or a screen knows, beside the usual one. */
const lineEnds = /\r\n?|[\u0085\u2028\u2029]/g;

/**
 * Makes text from anywhere fit for the log, where the runner looks for commands: `::name::` at the start of a line, `##[name]`
 * anywhere. Both are broken by a space that everybody sees.
 */
export const sanitize = (text: string): string =>
  visible(text)
    .replace(lineEnds, '\n')
    .split('\n')
    .map((line) => line.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '# #['))
    .join('\n');
