/** Line ends that the runner or a screen knows. */
const lineEnds = /\r\n?|[\u0085\u2028\u2029]/g;
/** Characters that nobody sees. The runner may compare texts as if they were not there. */
const unseen = /[^\P{Cc}\n\t]|[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Nearly every text: the tables behind the expressions above need not be made for it. */
const plain = /^[\n\t\x20-\x7e]*$/;

/**
 * Makes text from anywhere fit for the log, where the runner looks for commands: `::name::` at the start of a line, `##[name]`
 * anywhere. Both are broken by a space that everybody sees.
 */
export const sanitize = (text: string): string =>
  (plain.test(text) ? text : text.replace(lineEnds, '\n').replace(unseen, ''))
    .split('\n')
    .map((line) => line.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '# #['))
    .join('\n');
