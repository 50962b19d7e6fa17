// pipe-file <url> <path>: what everybody writes first.
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const [url = '', path = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  const { body } = await fetch(url);
  if (!body) throw new Error('There is no body.');
  await pipeline(Readable.fromWeb(body), createWriteStream(path));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
