import type { RowOutcome } from '@modelferry/operation';
import { dataRobotBadCell, type DataRobotRealTimeVariant } from '@modelferry/sandbox';
import { valueOf } from '@modelferry/testkit';
import type { rowOutput } from '../src/real-time/rows/row-output.ts';
import { Stage, type Inputs, type PerformOptions } from './fault-table/support/stage.ts';

type Output = ReturnType<typeof rowOutput>;
type Outcome = RowOutcome<Output>;

const stage = Stage.forEachTest();

const named = (label: string) => stage.platform.deployments.find((one) => one.label === label)!;
const sample = (label = 'cars-fuel') => named(label).sampleRow;
const rowsOf = (count: number, label = 'cars-fuel') =>
  Array.from({ length: count }, (_, at) => ({ ...sample(label), Name: `car ${at}` }));
const bad = { Name: dataRobotBadCell };

async function perform(inputs: Inputs, options?: PerformOptions): Promise<readonly Outcome[]> {
  const given = { deploymentId: named('cars-fuel').id, ...inputs };
  return valueOf(await stage.perform('prediction.predict', given, options)) as readonly Outcome[];
}

const outputs = (outcomes: readonly Outcome[]): Output[] =>
  outcomes.map((outcome) => {
    if (!outcome.ok) throw outcome.error;
    return outcome.output;
  });
const failures = (outcomes: readonly Outcome[]) =>
  outcomes.flatMap((outcome, row) => (outcome.ok ? [] : [{ row, error: outcome.error }]));
const enable = (...names: readonly DataRobotRealTimeVariant[]) =>
  stage.sandbox.variants.change({ enable: names });
const asked = () => stage.sandbox.requests().map(({ operation }) => operation);

async function deactivate(deploymentId: string): Promise<void> {
  const { endpoint, apiToken } = stage.platform;
  const headers = { authorization: `Bearer ${apiToken}`, 'content-type': 'application/json' };
  const request = { method: 'PATCH', headers, body: '{"status":"inactive"}' };
  const { headers: given } = await fetch(`${endpoint}/deployments/${deploymentId}/status/`, request);
  for (let status = 200; status === 200;) {
    ({ status } = await fetch(given.get('location') ?? '', { headers, redirect: 'manual' }));
  }
}

describe('rows', () => {
  test('10,000 go in one request, and each gets its own prediction', async () => {
    const rows = rowsOf(10_000);
    const scored = outputs(await perform({ rows, passthroughColumns: ['Name'] }));
    expect(scored.map(({ rowId }) => rowId)).toEqual([...rows.keys()]);
    expect(scored.map(({ row }) => row)).toEqual(rows);
    expect(scored.map(({ passthroughValues }) => passthroughValues)).toEqual(
      rows.map(({ Name }) => ({ Name })),
    );
    expect(asked()).toEqual(['deployment', 'predict']);
  });

  test('more than that go in order', async () => {
    const rows = rowsOf(10_001);
    const scored = outputs(await perform({ rows, passthroughColumns: ['Name'] }));
    expect(scored[10_000]).toMatchObject({ rowId: 10_000, passthroughValues: { Name: 'car 10000' } });
    expect(asked()).toEqual(['deployment', 'predict', 'predict']);
  });

  test('are compressed where that is wanted', async () => {
    outputs(await perform({ rows: rowsOf(100), compress: true }));
    const [request] = stage.calls('predict');
    expect(request?.headers['content-encoding']).toBe('gzip');
    expect(request?.bodyBytes).toBeLessThan(5_000);
  });

  test('of more than 50 MB are sent in several requests, and one that is larger alone fails alone', async () => {
    const filled = (megabytes: number) => ({ ...sample(), Name: 'x'.repeat(megabytes * 1_048_576) });
    const outcomes = await perform({ rows: [filled(30), filled(51), filled(30)] });
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(failures(outcomes)).toMatchObject([{ row: 1, error: { code: 'too-large' } }]);
    expect(asked()).toEqual(['deployment', 'predict', 'predict']);
  });
});

describe('a bad row', () => {
  test.each([[[0]], [[617]], [[999]], [[3, 500, 998]]])('fails alone: %j', async (badRows) => {
    const rows = rowsOf(1_000).map((row, at) => (badRows.includes(at) ? { ...row, ...bad } : row));
    const outcomes = await perform({ rows });
    expect(failures(outcomes).map(({ row }) => row)).toEqual(badRows);
    expect(failures(outcomes)[0]?.error).toMatchObject({ code: 'rejected' });
    expect(failures(outcomes)[0]?.error.message).toContain('cannot be scored');
    expect(stage.calls('predict').length).toBeLessThanOrEqual(1 + badRows.length * 20);
  });

  test('is the only one', async () => {
    expect(failures(await perform({ rows: [{ ...sample(), ...bad }] }))).toHaveLength(1);
    expect(asked()).toEqual(['deployment', 'predict', 'deployment']);
  });

  test('after another: when all fail alike, that is soon believed', async () => {
    const outcomes = await perform({ rows: rowsOf(1_000).map((row) => ({ ...row, ...bad })) });
    expect(failures(outcomes)).toHaveLength(1_000);
    expect(failures(outcomes)[999]?.error.message).toContain('cannot be scored');
    expect(stage.calls('predict')).toHaveLength(8);
  });

  test('every third: the search ends, and what was scored stays', async () => {
    const rows = rowsOf(1_000).map((row, at) => (at % 3 === 0 ? { ...row, ...bad } : row));
    const outcomes = await perform({ rows });
    expect(stage.calls('predict')).toHaveLength(101);
    const failed = failures(outcomes);
    expect(failed.filter(({ row }) => row % 3 !== 0).length).toBeLessThan(667);
    expect(failed.at(-1)?.error.message).toContain('not looked for any longer');
  });
});

describe('what no row escapes is asked once', () => {
  test('an option that the server does not know', async () => {
    const options = { maxExplanations: '2', explanationTopClasses: 2 };
    const outcomes = await perform({ rows: rowsOf(10), ...options });
    expect(failures(outcomes)).toHaveLength(10);
    expect(failures(outcomes)[0]?.error.message).toContain('explanationNumTopClasses is not allowed key');
    expect(stage.calls('predict')).toHaveLength(1);
  });

  test('a column to pass through that is not there', async () => {
    const outcomes = await perform({ rows: rowsOf(10), passthroughColumns: ['Nobody'] });
    expect(failures(outcomes)[9]?.error.message).toContain("u'Nobody'");
    expect(stage.calls('predict')).toHaveLength(1);
  });

  test.each([
    [undefined, 'rejected'],
    ['inactive-404', 'not-found'],
    ['inactive-503', 'server-error'],
  ] as const)('a deployment that is not active (%s)', async (variant, code) => {
    if (variant) enable(variant);
    await deactivate(named('cars-fuel').id);
    const failed = failures(await perform({ rows: rowsOf(3) }));
    expect(failed).toHaveLength(3);
    expect(failed[0]?.error).toMatchObject({ code, remedy: expect.stringContaining('Activate') });
    expect(failed[0]?.error.message).toContain('The status of the deployment is "inactive"');
  });

  test('a key that is wrong', async () => {
    const outcomes = await perform({ rows: rowsOf(3) }, { client: { dataRobotKey: 'another' } });
    expect(failures(outcomes)[2]?.error).toMatchObject({ code: 'unauthorized' });
  });
});

describe('what a prediction says', () => {
  const one = async (inputs: Inputs): Promise<Output> => {
    const label = String(inputs['label']);
    const { label: _, ...rest } = inputs;
    const given = { rows: [sample(label)], deploymentId: named(label).id, ...rest };
    return outputs(await perform(given))[0]!;
  };
  const strengths = ({ explanations }: Output) =>
    (explanations as readonly { readonly strength: number }[]).map(({ strength }) => strength);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

  test('a number', async () => {
    const { prediction, probabilities, predictionValues } = await one({ label: 'cars-fuel' });
    expect(predictionValues).toEqual([{ label: 'Miles_per_Gallon', value: prediction }]);
    expect(probabilities).toBeUndefined();
  });

  test('of two classes, on serverless and with no second key', async () => {
    const { prediction, probabilities, predictionThreshold } = await one({ label: 'penguins-sex' });
    const { 0: no = 0, 1: yes = 0 } = probabilities as Record<string, number>;
    expect(no + yes).toBeCloseTo(1, 4);
    expect(prediction).toBe(yes > (predictionThreshold ?? NaN) ? 1 : 0);
    expect(stage.calls('predict')).toMatchObject([{ origin: 'dataRobot' }]);
    expect(stage.calls('predict')[0]?.headers).not.toHaveProperty('datarobot-key');
  });

  test('of many classes', async () => {
    const { prediction, probabilities } = await one({ label: 'penguins-species' });
    expect(Object.keys(probabilities ?? {})).toContain(prediction);
  });

  test('explanations add up to it', async () => {
    const shap = { explanationAlgorithm: 'shap', maxExplanations: 'all' };
    const all = await one({ label: 'cars-fuel', ...shap });
    const { shapExplanationsMetadata: metadata } = all.other as unknown as {
      readonly shapExplanationsMetadata: readonly { readonly baseValue: number }[];
    };
    expect(metadata[0]!.baseValue + sum(strengths(all))).toBeCloseTo(Number(all.prediction), 3);
    const two = await one({ label: 'cars-fuel', ...shap, maxExplanations: '2' });
    expect(strengths(two)).toEqual(strengths(all).slice(0, 2));
  });

  test('classes are explained where the server can', async () => {
    enable('rt-class-explanations');
    const { explanations } = await one({
      ...{ label: 'penguins-species', maxExplanations: '1', explanationClasses: ['Gentoo'] },
    });
    expect(explanations).toMatchObject([{ label: 'Gentoo' }]);
  });

  test('explanations come only where their number is given', async () => {
    enable('xemp-default-3');
    expect((await one({ label: 'cars-fuel' })).explanations).toBeUndefined();
    const alone = one({ label: 'cars-fuel', explanationAlgorithm: 'xemp' });
    await expect(alone).rejects.toThrow('maxExplanations: must be given');
    expect(strengths(await one({ label: 'cars-fuel', maxExplanations: '2' }))).toHaveLength(2);
  });

  test('options, rounded and warned of', async () => {
    const options = { decimals: 1, outlierWarnings: true, passthroughAllColumns: true };
    const output = await one({ label: 'cars-fuel', ...options });
    expect(String(output.prediction)).toMatch(/^-?\d+(\.\d)?$/);
    expect(output).toMatchObject({ isOutlierPrediction: false, passthroughValues: sample() });
  });

  test('of time series, with fields that nobody has documented', async () => {
    enable('ts-extra-field');
    const forecastPoint = '2024-05-01T00:00:00';
    const { other } = await one({ label: 'cars-fuel', forecastPoint });
    expect(other).toMatchObject({ forecastDistance: 1, originalFormatTimestamp: '2024-05-02' });
  });
});

describe('readings of open points', () => {
  test.each<DataRobotRealTimeVariant>([
    ...(['exec-time-float', 'exec-time-missing', 'rt-csv-columns', 'gzip-counts-compressed'] as const),
    ...(['oversize-422', 'oversize-400', 'oversize-reset', 'both-passthrough-400', 'pps-auth'] as const),
  ])('%s changes nothing', async (variant) => {
    enable(variant);
    expect(outputs(await perform({ rows: rowsOf(3), compress: true }))).toHaveLength(3);
  });

  test('bad-payload-400: a bad row fails alone all the same', async () => {
    enable('bad-payload-400');
    const rows = [...rowsOf(5), { ...sample(), ...bad }];
    expect(failures(await perform({ rows }))).toMatchObject([{ row: 5, error: { status: 400 } }]);
  });

  test('platform-missing: there is no server, which is said before anything is sent', async () => {
    stage.sandbox.variants.change({ enable: ['platform-missing'] });
    await expect(perform({ rows: rowsOf(1) })).rejects.toMatchObject({ code: 'invalid-input' });
    expect(asked()).toEqual(['deployment']);
  });

  test('pps-auth: a portable server gets the key that is meant for it, and no other', async () => {
    enable('pps-auth');
    const { url, token } = stage.platform.portableServer;
    const given = { rows: rowsOf(2), server: 'portable', portableUrl: url };
    const refused = await perform(given);
    expect(failures(refused)[0]?.error).toMatchObject({ code: 'unauthorized' });
    expect(outputs(await perform(given, { client: { portableToken: token } }))).toHaveLength(2);
    expect(asked()).toEqual(['predict', 'predict']);
  });

  test.each(['error-body-object', 'error-body-list', 'error-body-html', 'error-body-text'] as const)(
    '%s: the error says what can be read of it',
    async (variant) => {
      stage.sandbox.variants.change({ enable: [variant] });
      const [failure] = failures(await perform({ rows: [{ ...sample(), ...bad }] }));
      expect(failure?.error.message).toMatch(/answered 422, "(?!.*<)./);
    },
  );
});

describe('a quota', () => {
  const limit = async (limit: number) => {
    const { endpoint, apiToken } = stage.platform;
    const headers = { authorization: `Bearer ${apiToken}`, 'content-type': 'application/json' };
    const rules = [{ rule: 'requests', limit, window: 'min' }];
    const body = JSON.stringify({
      ...{ resourceType: 'deployment', resourceId: named('cars-fuel').id, defaultRules: rules },
    });
    const { ok } = await fetch(`${endpoint}/quotas/`, { method: 'POST', headers, body });
    expect(ok).toBe(true);
  };

  test.each(['retry-after-seconds', 'retry-after-date', undefined] as const)(
    'that is used up is waited for (%s), and then said',
    async (variant) => {
      if (variant) enable(variant);
      await limit(1);
      expect(outputs(await perform({ rows: rowsOf(1) }))).toHaveLength(1);
      const [failure] = failures(await perform({ rows: rowsOf(1) }));
      expect(failure?.error).toMatchObject({
        code: 'rate-limited',
        remedy: expect.stringContaining('quota'),
      });
      expect(stage.calls('predict')).toHaveLength(6);
    },
  );

  test('quota-403: is said at once', async () => {
    enable('quota-403');
    await limit(1);
    await perform({ rows: rowsOf(1) });
    const [failure] = failures(await perform({ rows: rowsOf(1) }));
    expect(failure?.error).toMatchObject({ code: 'forbidden' });
    expect(stage.calls('predict')).toHaveLength(2);
  });

  test.each([1, 4])('a storm of %d refusals is sat out', async (times) => {
    stage.sandbox.faults.plan({ kind: 'status', status: 429, operation: 'predict', times });
    const rows = rowsOf(500);
    expect(outputs(await perform({ rows })).map(({ row }) => row)).toEqual(rows);
    expect(stage.calls('predict')).toHaveLength(times + 1);
  });
});
