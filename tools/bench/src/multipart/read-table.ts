// read-table <path>: reads a file and does nothing with it, through one buffer. No splitter can be faster.
import { open } from 'node:fs/promises';

async function main([path = '']: readonly string[]): Promise<void> {
  const file = await open(path);
  const buffer = Buffer.allocUnsafeSlow(512 * 1024);
  while ((await file.read(buffer)).bytesRead > 0) continue;
  await file.close();
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
