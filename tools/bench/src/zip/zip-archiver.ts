// zip-archiver <url> <level> <folder> <train> <eval>: the same job with archiver, into a temporary file too.
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileSource } from '@modelferry/node-host';
import { ZipArchive } from 'archiver';
import { sendFile } from './send-file.ts';

const [url = '', level, folder = '', train = '', evaluation = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  const path = join(folder, `archiver-${process.pid}.zip`);
  try {
    const archive = new ZipArchive({ zlib: { level: Number(level) } });
    archive.file(train, { name: 'train_src/train.csv' });
    archive.file(evaluation, { name: 'eval_src/eval.csv' });
    const written = pipeline(archive, createWriteStream(path));
    await archive.finalize();
    await written;
    await sendFile(url, await fileSource(path));
  } finally {
    await rm(path, { force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
