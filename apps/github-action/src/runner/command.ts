/** What belongs to a command beside its text: `title`. */
export type CommandProperties = Readonly<Record<string, string>>;

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * A line that the runner takes for a command: `::warning title=Odd::text`.
 * Why by hand: docs/adr/0010-the-runner-is-spoken-to-by-hand.md
 */
export function commandLine(name: string, data = '', properties: CommandProperties = {}): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${name}${list.length > 0 ? ` ${list.join(',')}` : ''}::${escapeData(data)}`;
}
