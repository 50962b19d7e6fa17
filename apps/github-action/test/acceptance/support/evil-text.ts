const commands = [
  'before',
  '::error title=evil::evil error',
  ' ::set-output name=job-id::evil',
  '##[set-output name=outcome]evil',
  'x ##[save-state name=job]evil',
  '::add-mask::succeeded',
  '##[set-env name=EVIL]evil',
  '::stop-commands::evil-token-of-32-characters-and-more',
];
const lineEnds = ['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029'];
/** Text that would be commands, were it to reach the runner as it is: behind whatever ends a line. */
export const evilText =
  lineEnds.flatMap((end) => commands.map((line) => `${end}${line}`)).join('') + '<img src=x>|`#';
