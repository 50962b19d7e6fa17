/** A workflow command found in a line of a process. */
export interface Command {
  /** In lower case. */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

type Escapes = readonly (readonly [escaped: string, plain: string])[];

/** `%25` is last everywhere: what it yields must not be read as another escape. */
const dataEscapes: Escapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
];
const propertyEscapes: Escapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
];
const legacyEscapes: Escapes = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
];

/** The commands that runner 2.336 knows. */
export const registeredCommands: ReadonlySet<string> = new Set([
  'stop-commands',
  'set-env',
  'set-output',
  'save-state',
  'add-mask',
  'add-path',
  'add-matcher',
  'remove-matcher',
  'debug',
  'warning',
  'error',
  'notice',
  'group',
  'endgroup',
  'echo',
]);

/**
 * Finds the command in a line as the runner does: `::name k=v,k=v::data` at the start after white space, or the older
 * `##[name k=v;k=v]data` anywhere. Undefined means that the line is plain text.
 * @param line one line, without its end
 * @param stopToken the token of a `stop-commands` in force: it counts as a name too
 */
export function parseCommand(line: string, stopToken?: string): Command | undefined {
  return currentSyntax(line, stopToken) ?? legacySyntax(line, stopToken);
}

function currentSyntax(line: string, stopToken?: string): Command | undefined {
  // U+0085 is white space to .NET but not to \s
  const message = line.replace(/^[\s\u0085]+/, '');
  if (!message.startsWith('::')) return undefined;
  const end = message.indexOf('::', 2);
  if (end < 0) return undefined;
  const data = unescape(message.slice(end + 2), dataEscapes);
  return command(message.slice(2, end), ',', propertyEscapes, data, stopToken);
}

function legacySyntax(line: string, stopToken?: string): Command | undefined {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return undefined;
  const data = unescape(line.slice(end + 1), legacyEscapes);
  return command(line.slice(start + 3, end), ';', legacyEscapes, data, stopToken);
}

function command(
  info: string,
  separator: string,
  escapes: Escapes,
  data: string,
  stopToken?: string,
): Command | undefined {
  const space = info.indexOf(' ');
  const name = (space < 0 ? info : info.slice(0, space)).toLowerCase();
  if (!registeredCommands.has(name) && name !== stopToken?.toLowerCase()) return undefined;
  const pairs =
    space < 0
      ? []
      : info
          .slice(space + 1)
          .trim()
          .split(separator);
  const properties: Record<string, string> = {};
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    const value = pair.slice(equals + 1);
    if (equals > 0 && value !== '') {
      properties[pair.slice(0, equals).toLowerCase()] = unescape(value, escapes);
    }
  }
  return { name, properties, data };
}

const unescape = (text: string, escapes: Escapes) =>
  escapes.reduce((result, [escaped, plain]) => result.replaceAll(escaped, plain), text);
