// zip-ours <url> <level> <folder> <train> <eval>: the upload of training and evaluation data, as a whole process.
import { crc32 } from 'node:zlib';
import { fileSource, parallelDeflater, tempScratch } from '@modelferry/node-host';
import { zipForUpload } from '@modelferry/upload';
import { sendFile } from './send-file.ts';

async function main([
  url = '',
  level,
  folder,
  train = '',
  evaluation = '',
]: readonly string[]): Promise<void> {
  const { source, dispose } = await zipForUpload({
    name: 'retrain.zip',
    entries: [
      { path: 'train_src/train.csv', source: await fileSource(train) },
      { path: 'eval_src/eval.csv', source: await fileSource(evaluation) },
    ],
    compression: 'deflate',
    scratch: tempScratch(folder),
    deflater: parallelDeflater({ level: Number(level) }),
    crc32,
    signal: new AbortController().signal,
  });
  await sendFile(url, source).finally(dispose);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
