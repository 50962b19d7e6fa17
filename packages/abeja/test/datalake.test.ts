import type { JobRecord } from '@modelferry/operation';
import { errorOf, valueOf, wordsOf } from '@modelferry/testkit';
import { bytesSource, type Source } from '@modelferry/upload';
import { source } from './support/answers.ts';
import { Stage } from './support/stage.ts';

const stage = Stage.forEachTest();

const channelId = () => stage.platform.channel.id;
const table = source('新 (1).csv', 'a\n1\n', 'text/csv');
const upload = (more: object = {}, records: JobRecord[] = []) =>
  stage.perform('datalake.upload', { channelId: channelId(), file: table, ...more }, { records });
const added = () => stage.state.files.length - stage.platform.channel.files.length;
const download = (fileId: unknown, more: object = {}) =>
  stage.perform('datalake.download', { channelId: channelId(), fileId, ...more });
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe.each(['direct', 'presigned'])('upload, %s', (way) => {
  test('keeps the bytes, the name and what is told of it', async () => {
    const made = valueOf(await upload({ way, metadata: 'source=camera 7', lifetime: '1week' }));
    expect(made).toMatchObject({
      ...{ channelId: channelId(), contentType: 'text/csv', lifetime: '1week', alreadyThere: false },
      ...{ name: '新 (1).csv', metadata: { filename: '新 (1).csv', source: 'camera 7' } },
      dataUri: `datalake://${channelId()}/${String(made['fileId'])}`,
    });
    expect(added()).toBe(1);
    const { files } = await download(made['fileId'], { fileName: 'a.csv' });
    expect(textOf(files.get('a.csv'))).toBe('a\n1\n');
  });

  test('a file whose value is there is refused, or taken', async () => {
    const rule = { way, conflictKey: 'filename' };
    const { fileId } = valueOf(await upload(rule));
    const refused = await upload(rule);
    expect(errorOf(refused).code).toBe('conflict');
    expect(wordsOf(refused)).toMatch(/a file with the filename "新 \(1\).csv" is in the channel already/);
    expect(valueOf(await upload({ ...rule, onConflict: 'skip' }))).toMatchObject({
      fileId,
      alreadyThere: true,
    });
    expect(added()).toBe(1);
  });

  test('tells how far it is', async () => {
    const { events } = await upload({ way });
    expect(events).toContainEqual({ type: 'upload', name: table.name, bytes: 4, totalBytes: 4 });
  });

  test('takes an empty file', async () => {
    valueOf(await upload({ way, file: bytesSource('empty.txt', new Uint8Array()) }));
    expect(added()).toBe(1);
  });
});

describe('a direct upload without an answer', () => {
  test.each(['drop-after-create', 'error-after-create', 'reset-after-body', 'http-503-burst'] as const)(
    'is made once: %s',
    async (kind) => {
      stage.plan({ kind, operation: 'channelUpload' });
      expect(valueOf(await upload())).toMatchObject({ alreadyThere: false, name: table.name });
      expect(added()).toBe(1);
    },
  );

  test('is made once by a rule for conflicts, too', async () => {
    stage.enable('conflict-returns-file');
    stage.plan({ kind: 'drop-after-create', operation: 'channelUpload' });
    expect(valueOf(await upload({ conflictKey: 'filename' }))).toMatchObject({ alreadyThere: false });
    expect(added()).toBe(1);
  });

  test('is not repeated where nothing keeps a second one out', async () => {
    stage.plan({ kind: 'drop-after-create', operation: 'channelUpload' });
    const refused = await upload({ safeRepeats: false });
    expect(errorOf(refused).code).toBe('outcome-unknown');
    expect(wordsOf(refused)).toMatch(/Safe Repeats/);
    expect(stage.count('channelUpload')).toBe(1);
  });

  test('is not repeated where the file can be read only once', async () => {
    stage.plan({ kind: 'drop-after-create', operation: 'channelUpload' });
    const once: Source = { ...table, replayable: false };
    expect(errorOf(await upload({ file: once })).code).toBe('outcome-unknown');
    expect(stage.count('channelUpload')).toBe(1);
  });
});

describe('a presigned upload', () => {
  test('asks for a new address where it is refused, and leaves nothing behind', async () => {
    stage.plan({ kind: 'upload-url-expired' });
    valueOf(await upload({ way: 'presigned' }));
    expect(stage.count('channelPresign')).toBe(2);
    expect(stage.count('channelFileDelete')).toBe(1);
    expect(added()).toBe(1);
  });

  test('repeats to the same address without an answer', async () => {
    stage.plan({ kind: 'drop-after-upload', operation: 'put' });
    valueOf(await upload({ way: 'presigned' }));
    expect([stage.count('channelPresign'), added()]).toEqual([1, 1]);
  });

  test.each(['presign-content-type-strict', 'short-presign'])('works with %s', async (variant) => {
    stage.enable(variant);
    valueOf(await upload({ way: 'presigned' }));
    expect(added()).toBe(1);
  });

  test('wants the length of a file', async () => {
    const refused = await upload({ way: 'presigned', file: { ...table, length: undefined } });
    expect(errorOf(refused).code).toBe('unsupported');
  });
});

test.each([
  [{ conflictKey: 'other' }, /must be filename or a key of the metadata/],
  [{ metadata: 'no pair' }, /must be lines of NAME=value/],
  [{ contentType: 'csv' }, /must be a media type/],
])('refuses what cannot work: %p', async (more, words) => {
  const refused = await upload(more);
  expect(errorOf(refused).code).toBe('invalid-input');
  expect(wordsOf(refused)).toMatch(words);
});

describe('get many', () => {
  const names = async (more: object = {}) =>
    valueOf<readonly { readonly name: string }[]>(
      await stage.perform('datalake.getMany', { channelId: channelId(), ...more }),
    ).map(({ name }) => name);

  test('gives the newest first, as many as are wanted, and all by their pages', async () => {
    for (const name of ['1.csv', '2.csv', '3.csv']) valueOf(await upload({ file: source(name) }));
    expect(await names({ limit: 2 })).toEqual(['3.csv', '2.csv']);
    const all = await names({ returnAll: true, orderBy: 'uploaded_at' });
    expect(all.slice(-3)).toEqual(['1.csv', '2.csv', '3.csv']);
    expect(all).toHaveLength(stage.platform.channel.files.length + 3);
    expect(await names({ metadataFilter: 'filename:2.csv' })).toEqual(['2.csv']);
    expect(await names({ end: '20000101' })).toEqual([]);
  });

  test('shows no address', async () => {
    const performance = await stage.perform('datalake.getMany', { channelId: channelId() });
    expect(JSON.stringify(valueOf(performance))).not.toContain('http');
  });
});

describe('download and delete', () => {
  const first = () => stage.platform.channel.files[0]!;

  test.each(['download-url-expired', 'truncated-body'] as const)('begins anew: %s', async (kind) => {
    stage.plan({ kind, operation: 'download' });
    const { files } = await download(first().id);
    expect([...files.keys()]).toEqual([first().name]);
    expect(stage.count('channelFile')).toBe(2);
  });

  test('a file whose bytes have not come is told as such', async () => {
    const { client, signal } = stage.context();
    const { fileId } = await client.createFileUpload(channelId(), { contentType: 'text/csv' }, signal);
    const refused = await download(fileId);
    expect(errorOf(refused).code).toBe('not-found');
    expect(wordsOf(refused)).toMatch(/whose bytes have not come/);
  });

  test.each(['drop-before-answer', 'http-503-burst', 'reset-after-body'] as const)(
    'is deleted surely: %s',
    async (kind) => {
      stage.plan({ kind, operation: 'channelFileDelete', times: 1 });
      const reference = { channelId: channelId(), fileId: first().id };
      expect(valueOf(await stage.perform('datalake.delete', reference))).toEqual({ deleted: true });
      expect(errorOf(await stage.perform('datalake.delete', reference)).code).toBe('not-found');
    },
  );

  test('one that is gone is seen to be, whatever the platform answers for it', async () => {
    stage.enable('missing-as-400');
    stage.plan({ kind: 'drop-after-create', operation: 'channelFileDelete' });
    const reference = { channelId: channelId(), fileId: first().id };
    expect(valueOf(await stage.perform('datalake.delete', reference))).toEqual({ deleted: true });
    expect(stage.count('channelFileDelete')).toBe(1);
  });
});
