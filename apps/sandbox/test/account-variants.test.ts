import { predictionOneVariants, presetCsv } from '../src/index.ts';
import { Bench, call } from './client.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const csv = presetCsv('cars.json');
const withoutTarget = csv.replaceAll('Miles_per_Gallon', 'Other');
const enable = (...names: string[]) => bench.sandbox.variants.change({ enable: names });

describe('Q8: keys', () => {
  it.each([
    ['end-date-slash', /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d$/],
    ['end-date-epoch', /^\d{10}$/],
    ['end-date-missing', /^undefined$/],
  ])('%s', async (variant, form) => {
    enable(variant);
    expect(String((await bench.apiKey()).json.end_date)).toMatch(form);
  });

  it('api-key-rotates', async () => {
    enable('api-key-rotates');
    const fresh = (await bench.apiKey()).json.api_key;
    expect(fresh).not.toBe(bench.cars.retrainKey);
    expect((await bench.status('none')).json.message).toBe('Inactive_credential.');
    expect((await bench.status('none', fresh)).json.message).toBe('Not found retrain job.');
  });

  it('any-key-type', async () => {
    const { trainKey } = bench.region.credentials;
    expect((await bench.status('none', trainKey)).json.message).toBe('Not_found_credential.');
    enable('any-key-type');
    expect((await bench.status('none', trainKey)).json.message).toBe('Not found retrain job.');
  });

  it('key-expires-mid-run', async () => {
    enable('key-expires-mid-run');
    const seen = [];
    for (let polls = 0; polls < 4; polls += 1) seen.push((await bench.status('none')).json.message);
    expect(seen.slice(2)).toEqual(['Not found retrain job.', 'Inactive_credential.']);
    const fresh = (await bench.apiKey()).json.api_key;
    for (let polls = 0; polls < 6; polls += 1)
      expect((await bench.status('none', fresh)).json.message).toBe('Not found retrain job.');
  });

  it('expires with the virtual clock', async () => {
    bench.sandbox.clock.advance(366 * 86_400_000);
    expect((await bench.status('none')).json.message).toBe('Inactive_credential.');
  });

  it('answers misuse as documented', async () => {
    const seen = async (query: string) => (await bench.apiKey(query)).json.message;
    expect(await seen('credential_type=retrain')).toBe('Model id is required.');
    expect(await seen('credential_type=retrain&model_id=1')).toBe('This model may be deleted.');
    expect(await seen('credential_type=other')).toMatch(/^sandbox:/);
    expect((await bench.status('none', 'nonsense')).json.message).toBe('invalid_api_key.');
    const foreign = bench.sandbox.describe().predictionOne.international.published[0]?.retrainKey;
    expect((await bench.status('none', foreign)).json.message).toBe('invalid_api_key.');
    expect(
      (await bench.manage('GET', '/api-key?credential_type=train', { key: bench.cars.retrainKey })).json
        .message,
    ).toBe('Not_found_credential.');
  });
});

describe('Q9, Q10: regions and limits', () => {
  const abroad = (path: string) => {
    const { managementBaseUrl, credentials } = bench.sandbox.describe().predictionOne.international;
    return call('GET', `${managementBaseUrl}/v1/external${path}`, { key: credentials.trainKey });
  };

  it('default: the international region has everything', async () => {
    expect((await abroad('/models')).json.metadata.total).toBe(3);
  });

  it('intl-eight-apis and intl-retrain-only', async () => {
    enable('intl-eight-apis');
    expect(await abroad('/models')).toMatchObject({ status: 403, text: '{"message":"Forbidden"}' });
    expect((await abroad('/data-sets/upload-url?extension=csv')).status).toBe(200);
    enable('intl-retrain-only');
    expect((await abroad('/data-sets/upload-url?extension=csv')).status).toBe(403);
    expect((await abroad('/retrain_jobs/x')).json.message).toBe('Not_found_credential.');
  });

  it('rate-limited', async () => {
    enable('rate-limited');
    const first = await bench.status('none');
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await bench.status('none')).status).toBe(400);
  });

  it('forbids what is no API', async () => {
    expect(await bench.manage('GET', '/nothing', { key: bench.cars.retrainKey })).toMatchObject({
      status: 403,
    });
  });
});

describe('Q19: lists', () => {
  const models = async (query = '') =>
    (await bench.manage('GET', `/models${query}`, { key: bench.region.credentials.trainKey })).json;
  const ids = async (query?: string) =>
    (await models(query)).models.map((each: { model_id: number }) => each.model_id);

  it('default: newest first, in pages', async () => {
    const all = await ids();
    expect(all).toEqual([...all].sort((a, b) => b - a));
    expect(await ids('?offset=1&limit=1')).toEqual([all[1]]);
    expect((await models('?limit=x')).message).toBe('sandbox: limit must be a whole number.');
  });

  it('order-oldest-first, small-pages, total-wrong', async () => {
    const all = await ids();
    enable('order-oldest-first', 'small-pages', 'total-wrong');
    expect(await ids()).toEqual(all.reverse().slice(0, 2));
    expect((await models()).metadata.total).toBe(6);
    expect(await ids('?offset=3')).toEqual([]);
  });
});

describe('Q21, Q22: other columns, other keys', () => {
  const added = csv.replace(/^(.*?)\r$/gm, '$1,1\r').replace('Origin,1', 'Origin,Extra');

  it('default: a new column is welcome; schema-mismatch-fails refuses it', async () => {
    expect((await bench.retrain(added)).end.json.status).toBe('job_finished');
    enable('schema-mismatch-fails');
    expect((await bench.retrain(added)).end.json.message).toBe('The columns differ: missing ; new Extra.');
  });

  it('schema-mismatch-ignored', async () => {
    enable('schema-mismatch-ignored');
    expect((await bench.retrain(withoutTarget)).end.json.status).toBe('job_finished');
  });

  it('foreign-key-rejected', async () => {
    const { id } = await bench.issue();
    const other = bench.region.published[1]?.retrainKey;
    expect((await bench.status(id, other)).json.message).toBe('Not found retrain job.');
    enable('foreign-key-rejected');
    expect((await bench.status(id, other)).json.message).toBe('Not_found_credential.');
  });
});

it('knows no other variant', () => {
  expect(() => bench.sandbox.variants.change({ enable: ['made-up'] })).toThrow(
    /There is no variant "made-up"/,
  );
  expect(Object.keys(predictionOneVariants)).toHaveLength(71);
});
