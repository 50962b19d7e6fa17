import { EngineError, type TransportResponse } from '@modelferry/http';
import type { OutgoingFile } from '@modelferry/upload';
import { saveDownload, type Download } from '../src/index.ts';

const url = 'https://files.example/result.csv';
const text = new TextEncoder();

/** A storage with one file, and whether somebody still holds its connection. */
function storage() {
  const held = new Set<object>();
  const download = async (): Promise<TransportResponse> => {
    const answer = {};
    held.add(answer);
    async function* chunks() {
      yield text.encode('a,b\n');
      yield text.encode('1,2\n');
      held.delete(answer);
    }
    const body = { [Symbol.asyncIterator]: chunks, cancel: () => void held.delete(answer) };
    return { status: 200, headers: {}, body };
  };
  return { held, calls: { download, upload: async () => undefined } };
}

const saving = (
  { calls }: ReturnType<typeof storage>,
  nameOf: Download['nameOf'],
  save: (file: OutgoingFile) => Promise<never>,
) =>
  saveDownload(
    { client: { storage: calls }, signal: new AbortController().signal, progress: () => undefined, save },
    { doing: 'download the result', freshUrl: async () => url, nameOf },
  );

const refusal = new EngineError({ code: 'rejected', message: 'no' });

test('an answer that is not what it should be is let go of', async () => {
  const store = storage();
  const noZip = new EngineError({ code: 'unexpected-answer', message: 'what came is no zip' });
  const refuse = () => {
    throw noZip;
  };
  await expect(saving(store, refuse, () => Promise.reject(refusal))).rejects.toBe(noZip);
  expect(store.held.size).toBe(0);
});

test('an answer that the host does not want is let go of', async () => {
  const store = storage();
  await expect(
    saving(
      store,
      () => 'result.csv',
      () => Promise.reject(refusal),
    ),
  ).rejects.toBe(refusal);
  expect(store.held.size).toBe(0);
});
