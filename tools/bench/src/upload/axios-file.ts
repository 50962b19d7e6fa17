// axios-file <url> <path> [certificate]: an upload by axios, streamed. It follows no redirects, or it would keep the whole
// file in memory to send it again.
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { Agent } from 'node:https';
import axios from 'axios';

const [url = '', path = '', certificate] = process.argv.slice(2);

async function main(): Promise<void> {
  const ca = certificate === undefined ? undefined : await readFile(certificate);
  await axios.put(url, createReadStream(path), {
    headers: { 'content-length': (await stat(path)).size },
    httpsAgent: new Agent({ ca }),
    maxRedirects: 0,
    maxBodyLength: Infinity,
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
