// axios-file <url> <path>: a download by axios, streamed as its documentation shows.
import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import axios from 'axios';

const [url = '', path = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  const { data } = await axios.get<Readable>(url, { responseType: 'stream' });
  await pipeline(data, createWriteStream(path));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
