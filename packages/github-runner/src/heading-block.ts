/** A block of the heading of a step; what is empty is left out. */
export function headingBlock(title: string, values: Readonly<Record<string, string>>): readonly string[] {
  const shown = Object.entries(values).filter(([, value]) => value !== '');
  return shown.length === 0 ? [] : [`${title}:`, ...shown.map(([name, value]) => `  ${name}: ${value}`)];
}
