import fc from 'fast-check';
import { hasMarker, markerLength, newMarker, withMarker } from '../src/at-most-once/marker.ts';
import { pairItems } from '../src/datasets/pair-items.ts';
import { passGate } from '../src/gate/metric-gate.ts';
import { metricsProblem, toMetrics } from '../src/models/read-metrics.ts';
import { isStopped, serviceState } from '../src/serving/service-state.ts';
import { settingsLike } from '../src/serving/settings-like.ts';

test('a marker is as long as it is said to be, is found again, and is no other', () => {
  const draws = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const times = fc.integer({ min: 0, max: 10 ** 13 });
  fc.assert(
    fc.property(draws, times, fc.string(), (random, nowMs, words) => {
      const marker = newMarker(() => random, nowMs);
      expect(withMarker('', marker)).toHaveLength(markerLength);
      expect(hasMarker({ description: withMarker(words, marker) }, marker)).toBe(true);
      expect(
        hasMarker(
          { description: withMarker(words, marker) },
          newMarker(() => random, nowMs + 1),
        ),
      ).toBe(false);
    }),
  );
  expect(
    hasMarker(
      {},
      newMarker(() => 0, 0),
    ),
  ).toBe(false);
});

test.each([
  ['IN_PROGRESS', 'running', false],
  ['READY', 'succeeded', false],
  ['FAILED', 'failed', false],
  ['ERROR_PULLING', 'failed', false],
  ['STOPPED', 'failed', true],
  ['SUSPENDED', 'failed', true],
  ['PREPARING', 'unknown', false],
] as const)('a service that is %s is %s', (status, state, stopped) => {
  expect([serviceState(status), isStopped(status)]).toEqual([state, stopped]);
});

test.each([
  [0.9, 'atLeast', true],
  [0.89, 'atLeast', false],
  [0, 'atMost', true],
  ['Infinity', 'atLeast', true],
  ['NaN', 'atLeast', false],
  ['NaN', 'atMost', false],
] as const)('a figure of %p passes "%s 0.9": %p', (figure, metricCondition, goodEnough) => {
  const gate = { metricName: 'acc', metricCondition, metricThreshold: 0.9 };
  const outcome = passGate({ acc: figure }, gate);
  expect(outcome).toMatchObject({ goodEnough, metricValue: String(figure) });
  expect(outcome.said).toContain(`acc is ${figure}, which is ${goodEnough ? '' : 'not '}at`);
});

test('a figure that is not there does not pass, whatever its name', () => {
  const gate = { metricCondition: 'atMost', metricThreshold: 1 } as const;
  for (const metricName of ['acc', 'constructor']) {
    expect(passGate(undefined, { ...gate, metricName })).toEqual({
      ...{ goodEnough: false, metricValue: undefined },
      said: `${metricName} is to be at most 1, and there is no such figure: there is none at all`,
    });
  }
});

test('figures come as lines or as JSON, and those that are not finite by their words', () => {
  expect(toMetrics('acc=0.9\nloss=0\nworst=-Infinity')).toEqual({ acc: 0.9, loss: 0, worst: '-Infinity' });
  expect(toMetrics('{"validation/acc": 1}')).toEqual({ 'validation/acc': 1 });
  expect(toMetrics(undefined)).toBeUndefined();
  expect(metricsProblem('acc=NaN')).toBeUndefined();
  expect(metricsProblem('acc=')).toMatch(/"acc"/);
  expect(metricsProblem('{"acc": [1]}')).toMatch(/must be lines/);
});

test('a service like another one has its code, machines and variables, and its own model', () => {
  const service = {
    ...{ serviceId: 's', status: 'READY', modelVersionId: 'v1', instanceType: 'cpu-1', instanceNumber: 2 },
    ...{ userEnvVars: { N: 1, NAME: 'x' }, models: {} },
  } as Parameters<typeof settingsLike>[0];
  expect(settingsLike(service, { modelId: 'm', instanceType: 'gpu-1' })).toMatchObject({
    ...{ versionId: 'v1', modelId: 'm', instanceType: 'gpu-1', instanceNumber: 2 },
    environment: { N: '1', NAME: 'x' },
  });
  expect(() => settingsLike(undefined, { modelId: 'm' })).toThrow(/versionId: is required/);
});

test('items that were left out are told apart from those that were taken', () => {
  const sent = ['a', 'b', 'c'].map((name, place) => ({
    place,
    item: { sourceData: [{ dataUri: `https://x.example/${name}`, dataType: 'text/csv' }], attributes: {} },
  }));
  const answer = (id: string, name: string) => ({
    ...{ datasetItemId: id, sourceData: [{ data_uri: `https://x.example/${name}` }] },
  });
  const outcomes = pairItems(sent, [answer('1', 'a'), answer('2', 'c')] as never);
  expect(outcomes.map(([place, { ok }]) => [place, ok])).toEqual([
    [0, true],
    [1, false],
    [2, true],
  ]);
});
