import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { ClientRequest } from 'node:http';
import { crc32, gzipSync } from 'node:zlib';
import { until } from './client.ts';
import { carsCsv, DataRobotBench, penguinsCsv, rowsOf } from './data-robot-bench.ts';

let bench: DataRobotBench;
beforeAll(async () => {
  bench = await DataRobotBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const jobs = () => bench.sandbox.state().dataRobot.batchJobs;
const last = () => bench.sandbox.requests().at(-1);
const [header = '', ...lines] = carsCsv.trimEnd().split('\r\n');
const csvOf = (rows: readonly string[]) => `${[header, ...rows].join('\r\n')}\r\n`;

/** An upload that goes on for as long as the test wants. */
function openUpload(id: string, path = `${id}/csvUpload/`): ClientRequest {
  const upload = httpRequest(`${bench.platform.endpoint}/batchPredictions/${path}`, {
    method: 'PUT',
    headers: { authorization: bench.authorization, 'content-type': 'text/csv' },
  });
  upload.on('error', () => undefined);
  return upload;
}

async function statusOf(upload: ClientRequest): Promise<number | undefined> {
  const [response] = await once(upload, 'response');
  response.resume();
  return response.statusCode;
}

describe('one upload', () => {
  it('is proven by its bytes, and takes any length of header', async () => {
    const id = await bench.create();
    const answer = await bench.upload(id, carsCsv, { 'content-type': 'text/csv; encoding=utf-8' });
    expect(answer).toMatchObject({ status: 202, text: '' });
    expect(jobs()[0]?.uploads).toEqual([
      {
        part: 0,
        bytes: carsCsv.length,
        sha256: createHash('sha256').update(carsCsv).digest('hex'),
        crc32: crc32(carsCsv),
        rows: 406,
      },
    ]);
    expect(last()).toMatchObject({ operation: 'batchUpload', bodyBytes: carsCsv.length, jobId: id });
  });

  it.each([
    ['no CSV type', { 'content-type': 'application/octet-stream' }, 406],
    ['no job', {}, 404],
  ])('is refused: %s', async (_why, headers, status) => {
    const id = status === 404 ? 'none' : await bench.create();
    expect((await bench.upload(id, carsCsv, headers)).status).toBe(status);
    expect(jobs().flatMap(({ uploads }) => uploads)).toEqual([]);
  });

  it('is refused when it has begun already, and when the job is over', async () => {
    const { id } = await bench.score(carsCsv);
    expect((await bench.upload(id, carsCsv)).status).toBe(422);
    const other = await bench.create();
    await bench.upload(other, carsCsv);
    expect((await bench.upload(other, carsCsv)).status).toBe(409);
  });

  it.each([
    ['nothing', '', /are empty/],
    ['a header', `${header}\r\n`, /are empty/],
    ['other bytes than UTF-8', Buffer.from([0x61, 0x0a, 0xe9, 0x0a]), /not UTF-8; name their encoding/],
    ['a character cut in two', Buffer.from('a\nü').subarray(0, 3), /not UTF-8/],
    ['gzip', gzipSync(carsCsv), /not valid CSV/],
    ['an open quote', `${csvOf(lines)}"`, /a quote is left open/],
    ['a record without end', `a\n"${'x'.repeat(1_100_000)}"`, /longer than 1 MiB/],
  ])('of %s aborts the job, whose log says why', async (_what, data, message) => {
    const id = await bench.create();
    const answer = await bench.upload(id, data);
    expect([answer.status, answer.json.message]).toEqual([422, expect.stringMatching(message)]);
    const { status, logs } = (await bench.status(id)).json;
    expect([status, logs.at(-1)]).toEqual(['ABORTED', expect.stringMatching(message)]);
  });

  it('with Content-Encoding is refused', async () => {
    const id = await bench.create();
    const answer = await bench.upload(id, gzipSync(carsCsv), { 'content-encoding': 'gzip' });
    expect(answer.status).toBe(422);
  });

  it('holds the place in the queue while it goes on, unless it is told otherwise', async () => {
    for (const async of [true, false]) {
      await bench.sandbox.reset();
      const slow = await bench.create({ intakeSettings: { type: 'localFile', async } });
      const fast = await bench.create();
      const upload = openUpload(slow);
      upload.write(csvOf(lines.slice(0, 10)));
      await until(() => (last()?.bodyBytes ?? 0) > 500);
      await bench.upload(fast, carsCsv);
      expect((await bench.finish(fast)).json.status).toBe(async ? 'INITIALIZING' : 'COMPLETED');
      expect((await bench.status(slow)).json.status).toBe(async ? 'RUNNING' : 'INITIALIZING');
      const answered = statusOf(upload);
      upload.end();
      expect(await answered).toBe(202);
      expect((await bench.finish(slow)).json).toMatchObject({ status: 'COMPLETED', scoredRows: 10 });
    }
  });

  it('can be read from the other end while it goes on', async () => {
    const id = await bench.create();
    const upload = openUpload(id);
    upload.write(csvOf(lines.slice(0, 10)));
    await until(() => (last()?.bodyBytes ?? 0) > 500);
    await bench.status(id);
    expect((await bench.status(id)).json.status).toBe('RUNNING');
    const { headers, body } = await fetch(`${bench.platform.endpoint}/batchPredictions/${id}/download/`, {
      headers: { authorization: bench.authorization },
    });
    expect(headers.get('content-disposition')).toBe(`attachment;filename=result-${id}.csv`);
    const reader = (body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const read = async (count: number) => {
      while (text.split('\r\n').length - 2 < count) text += (await reader.read()).value ?? '';
    };
    await read(10);
    upload.write(
      lines
        .slice(10, 20)
        .map((line) => `${line}\r\n`)
        .join(''),
    );
    await read(20);
    expect((await bench.status(id)).json).toMatchObject({ status: 'RUNNING', scoredRows: 20 });
    upload.end(lines.slice(20).join('\r\n'));
    await read(406);
    expect(await reader.read()).toMatchObject({ done: true });
    expect((await bench.status(id)).json.status).toBe('COMPLETED');
  });

  it('that breaks off leaves a job that waits for the rest, and can be deleted', async () => {
    const id = await bench.create();
    const upload = openUpload(id);
    upload.write(csvOf(lines.slice(0, 10)));
    await until(() => (last()?.bodyBytes ?? 0) > 500);
    upload.destroy();
    await until(() => last()?.endedAtMs !== null);
    for (let polls = 0; polls < 5; polls += 1) await bench.status(id);
    expect((await bench.status(id)).json).toMatchObject({ status: 'RUNNING', queued: true });
    expect(jobs()[0]?.uploads).toEqual([]);
    expect((await bench.upload(id, carsCsv)).status).toBe(409);
    expect((await bench.api('DELETE', `/batchPredictions/${id}/`)).status).toBe(202);
  });

  it('whose job is deleted meanwhile is answered 404', async () => {
    const id = await bench.create();
    const upload = openUpload(id);
    upload.write(csvOf(lines.slice(0, 10)));
    await until(() => (last()?.bodyBytes ?? 0) > 500);
    expect((await bench.api('DELETE', `/batchPredictions/${id}/`)).status).toBe(202);
    const answered = statusOf(upload);
    upload.end(lines.slice(10).join('\r\n'));
    expect(await answered).toBe(404);
  });
});

describe('encodings and dialects', () => {
  const target = { deploymentId: '', passthroughColumns: ['島'], includePredictionStatus: true };
  const job = (csvSettings: object) => ({
    ...target,
    deploymentId: bench.deployment('penguins-species').id,
    csvSettings,
  });

  it('takes and gives Shift_JIS', async () => {
    const text = Buffer.concat([
      Buffer.from([0x93, 0x87]), // 島
      Buffer.from(',Beak Length (mm)\r\n'),
      Buffer.from([0x83, 0x5c, 0x2c]), // ソ, whose second byte is a backslash
      Buffer.from('39.1\r\n'),
    ]);
    const id = await bench.create(job({ encoding: 'shift_jis' }));
    expect((await bench.upload(id, text)).status).toBe(202);
    await bench.finish(id);
    const { endpoint } = bench.platform;
    const answer = await fetch(`${endpoint}/batchPredictions/${id}/download/`, {
      headers: { authorization: bench.authorization },
    });
    const [row] = rowsOf(new TextDecoder('shift_jis').decode(await answer.arrayBuffer()));
    expect(row).toMatchObject({ 島: 'ソ', prediction_status: 'OK', Species_PREDICTION: 'Adelie' });
  });

  it('drops a byte order mark, and honours delimiter and quote', async () => {
    const tabbed = "\ufeff島\tBeak Length (mm)\n'a\t''b''\nc'\t39.1\n";
    const { rows, job: end } = await bench.score(tabbed, job({ delimiter: 'tab', quotechar: "'" }));
    expect(end.scoredRows).toBe(1);
    expect(rows).toHaveLength(1);
    expect(Object.values(rows[0] ?? {})[0]).toContain("'a\t''b''\nc'");
  });

  it('reads Latin-1 as it is named', async () => {
    const bytes = Buffer.from('é,Beak Length (mm)\nà,39.1\n', 'latin1');
    const id = await bench.create({ ...job({ encoding: 'latin_1' }), passthroughColumns: ['é'] });
    await bench.upload(id, bytes);
    await bench.finish(id);
    const { endpoint } = bench.platform;
    const answer = await fetch(`${endpoint}/batchPredictions/${id}/download/`, {
      headers: { authorization: bench.authorization },
    });
    expect(rowsOf(Buffer.from(await answer.arrayBuffer()).toString('latin1'))[0]).toMatchObject({ é: 'à' });
  });
});

describe('an upload in parts', () => {
  const make = (async: boolean) =>
    bench.create({
      intakeSettings: { type: 'localFile', multipart: true, async },
      passthroughColumns: ['Name'],
    });
  const part = (id: string, number: number, rows: readonly string[]) =>
    bench.put(`${id}/csvUpload/part/${number}`, csvOf(rows));
  const finalize = (id: string) => bench.api('POST', `/batchPredictions/${id}/csvUpload/finalizeMultipart`);

  it.each([true, false])('is scored as one file; async %p', async (async) => {
    const id = await make(async);
    for (let from = 0; from < lines.length; from += 100) {
      expect((await part(id, from / 100, lines.slice(from, from + 100))).status).toBe(202);
      expect(jobs()[0]?.queued).toBe(async);
    }
    expect((await finalize(id)).status).toBe(202);
    expect((await bench.finish(id)).json).toMatchObject({ status: 'COMPLETED', scoredRows: 406 });
    const whole = await bench.score(carsCsv, { passthroughColumns: ['Name'] });
    expect((await bench.download(id)).text).toBe(whole.text);
    expect(jobs()[0]).toMatchObject({
      finalizes: 1,
      uploads: [0, 1, 2, 3, 4].map((number) => ({ part: number, rows: number === 4 ? 6 : 100 })),
    });
  });

  it('takes a part again, unless it was scored already', async () => {
    const id = await make(false);
    await part(id, 0, lines.slice(0, 5));
    expect((await part(id, 0, lines.slice(0, 3))).status).toBe(202);
    await finalize(id);
    expect((await bench.finish(id)).json.scoredRows).toBe(3);
    const live = await make(true);
    await part(live, 0, lines);
    expect((await part(live, 0, lines)).status).toBe(409);
  });

  it('takes a part again that broke off', async () => {
    const id = await make(false);
    const upload = openUpload(id, `${id}/csvUpload/part/0/`);
    upload.write(csvOf(lines.slice(0, 10)));
    await until(() => (last()?.bodyBytes ?? 0) > 500);
    upload.destroy();
    await until(() => last()?.endedAtMs !== null);
    expect((await part(id, 0, lines)).status).toBe(202);
  });

  it('wants its parts in order, each with the same header', async () => {
    const id = await make(false);
    expect((await part(id, 1, lines)).status).toBe(409);
    await part(id, 0, lines);
    expect((await bench.put(`${id}/csvUpload/part/1/`, 'a,b\n1,2\n')).status).toBe(422);
    expect((await part(id, 1, lines)).status).toBe(202);
    expect((await bench.put(`${id}/csvUpload/part/x/`, carsCsv)).status).toBe(404);
  });

  it('is finalized once, with data, and only if it is one', async () => {
    const id = await make(false);
    expect(await finalize(id)).toMatchObject({ status: 422, json: { message: 'No data was uploaded' } });
    await part(id, 0, lines);
    expect((await finalize(id)).status).toBe(202);
    expect((await finalize(id)).status).toBe(409);
    expect((await part(id, 1, lines)).status).toBe(409);
    const whole = await bench.create();
    expect((await finalize(whole)).json.message).toBe('Only multipart jobs can be finalized.');
    expect((await part(whole, 0, lines)).status).toBe(404);
    expect((await bench.upload(await make(false), carsCsv)).status).toBe(422);
    expect((await finalize('none')).status).toBe(404);
  });
});

it('takes rows beyond the kept ones by their number', async () => {
  const times = 300;
  const many = csvOf(Array.from({ length: times }, () => lines).flat());
  const { job, text } = await bench.score(many, { passthroughColumns: ['Name'] });
  expect(job).toMatchObject({ status: 'COMPLETED', scoredRows: 406 * times, failedRows: 0 });
  const whole = (await bench.score(carsCsv, { passthroughColumns: ['Name'] })).text;
  const [first = '', ...scored] = whole.trimEnd().split('\r\n');
  const result = text.trimEnd().split('\r\n');
  expect(result[0]).toBe(first);
  expect(result).toHaveLength(1 + 406 * times);
  expect(new Set(result.slice(1))).toEqual(new Set(scored));
  expect(job.jobOutputSize).toBeGreaterThan(text.length * 0.98);
  expect(job.jobOutputSize).toBeLessThan(text.length * 1.02);
});

it('takes the penguins too', async () => {
  const { id: deploymentId } = bench.deployment('penguins-sex');
  expect((await bench.score(penguinsCsv, { deploymentId })).job.status).toBe('COMPLETED');
});
