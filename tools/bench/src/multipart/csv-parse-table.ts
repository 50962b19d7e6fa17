// csv-parse-table <path>: reads the rows of a table with the package csv-parse, as its documentation shows.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

async function main([path = '']: readonly string[]): Promise<void> {
  let rows = 0;
  for await (const _ of createReadStream(path).pipe(parse())) rows += 1;
  process.stdout.write(`${rows}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
