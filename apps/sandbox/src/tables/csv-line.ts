/** How a delimited file is written. */
export interface Dialect {
  /** One character. */
  readonly delimiter: string;
  /** One character. */
  readonly quote: string;
}

const commas: Dialect = { delimiter: ',', quote: '"' };

/** One CSV line with its end; a value is quoted only where it must be. */
export function csvLine(values: readonly string[], { delimiter, quote }: Dialect = commas): string {
  const written = values.map((value) => {
    const plain = !value.includes(delimiter) && !value.includes(quote) && !/[\r\n]/.test(value);
    return plain ? value : `${quote}${value.replaceAll(quote, quote + quote)}${quote}`;
  });
  return `${written.join(delimiter)}\r\n`;
}
