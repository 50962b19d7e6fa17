import { memoryLedger } from '@modelferry/testkit';
import { createClassifier } from '../src/operations/create-classifier.ts';
import { deleteClassifier } from '../src/operations/delete-classifier.ts';
import { getClassifiers } from '../src/operations/get-classifiers.ts';
import { updateClassifier } from '../src/operations/update-classifier.ts';
import { sandboxHouse } from './support/sandbox-run.ts';

const house = sandboxHouse();
const quick = { pollIntervalMs: 5_000 };
const state = () => house.sandbox.state().predictionOne.japan;
const published = () => house.region().published[0]!;
const modelId = () => String(house.region().unpublished[0]?.modelId);
const requests = (operation: string) =>
  house.sandbox.requests().filter((request) => request.operation === operation);

describe('Create', () => {
  test('publishes a model and waits until it can be scored with', async () => {
    const { context } = house.run({ kinds: ['deploy'] });
    const result = await createClassifier.run(context, { modelId: modelId(), ...quick });
    expect(result).toMatchObject({
      modelId: modelId(),
      status: 'running',
      url: expect.stringMatching(/^http.*inference$/),
      pending: false,
      predictionKey: undefined,
      rules: [{ source: '0.0.0.0/0', order: 'allow', priority: 0 }],
    });
  });

  test('returns the prediction key only where it was asked for', async () => {
    const { context } = house.run({ kinds: ['deploy'] });
    const result = await createClassifier.run(context, { modelId: modelId(), includeKey: true, ...quick });
    expect(result.predictionKey).toMatch(/\w{8}/);
  });

  test('waits for a URL that comes later than the word "running"', async () => {
    house.sandbox.variants.change({ enable: ['url-late'] });
    const { context } = house.run({ kinds: ['deploy'] });
    expect((await createClassifier.run(context, { modelId: modelId(), ...quick })).url).toBeDefined();
  });

  test('returns at once without waiting', async () => {
    const { context } = house.run({ kinds: ['deploy'] });
    const result = await createClassifier.run(context, { modelId: modelId(), waitForCompletion: false });
    expect(result).toMatchObject({ status: 'building', pending: true, url: undefined });
  });

  test.each(['drop-before-answer', 'truncated-json'] as const)(
    'adopts the one made when its answer is lost: %s',
    async (kind) => {
      house.sandbox.faults.plan({ kind, operation: 'createClassifier' });
      const { context } = house.run({ kinds: ['deploy'] });
      const before = state().classifiers.length;
      expect((await createClassifier.run(context, { modelId: modelId(), ...quick })).status).toBe('running');
      expect(requests('createClassifier')).toHaveLength(1);
      expect(state().classifiers).toHaveLength(before + 1);
    },
  );

  test('says so when it is not known whether it was made', async () => {
    house.sandbox.faults.plan({ kind: 'reset-after-body', operation: 'createClassifier' });
    const { context } = house.run({ kinds: ['deploy'] });
    await expect(createClassifier.run(context, { modelId: modelId() })).rejects.toMatchObject({
      code: 'outcome-unknown',
    });
    expect(requests('createClassifier')).toHaveLength(1);
  });

  test('is not done twice by a later try of the same request', async () => {
    const ledger = memoryLedger();
    house.sandbox.faults.plan({ kind: 'vendor-error', operation: 'getClassifiers', skip: 1 });
    const first = house.run({ kinds: ['deploy'], ledger });
    await expect(createClassifier.run(first.context, { modelId: modelId(), ...quick })).rejects.toThrow();
    const second = house.run({ kinds: ['deploy'], ledger });
    expect((await createClassifier.run(second.context, { modelId: modelId(), ...quick })).status).toBe(
      'running',
    );
    expect(requests('createClassifier')).toHaveLength(1);
  });

  test('reports one whose build fails', async () => {
    house.sandbox.variants.change({ enable: ['classifier-build-fails'] });
    const { context } = house.run({ kinds: ['deploy'] });
    await expect(createClassifier.run(context, { modelId: modelId(), ...quick })).rejects.toMatchObject({
      code: 'job-failed',
    });
  });

  test('reports a missing API option in the words of the vendor', async () => {
    house.sandbox.variants.change({ enable: ['no-api-option'] });
    const { context } = house.run({ kinds: ['deploy'] });
    await expect(createClassifier.run(context, { modelId: modelId() })).rejects.toMatchObject({
      code: 'rejected',
    });
  });

  test('refuses sources that are no addresses', async () => {
    const { context } = house.run({ kinds: ['deploy'] });
    await expect(
      createClassifier.run(context, { modelId: modelId(), allowedSources: ['everyone'] }),
    ).rejects.toMatchObject({ code: 'invalid-input', message: expect.stringContaining('allowedSources') });
  });
});

describe('Get Many', () => {
  test('lists them without their keys', async () => {
    const { context } = house.run({ kinds: ['deploy'] });
    const found = await getClassifiers.run(context, { returnAll: true });
    expect(found.map(({ classifierId }) => classifierId)).toContain(published().classifierId);
    expect(JSON.stringify(found)).not.toContain(published().predictionKey);
  });

  test('lists those of one model', async () => {
    const { context } = house.run({ kinds: ['deploy'] });
    const found = await getClassifiers.run(context, { modelId: String(published().modelId) });
    expect(found.map(({ classifierId }) => classifierId)).toEqual([published().classifierId]);
  });
});

describe('Update', () => {
  const classifierId = () => published().classifierId;

  test('stops and starts, and waits for it', async () => {
    const { context } = house.run({ kinds: ['deploy'] });
    const stopped = await updateClassifier.run(context, {
      classifierId: classifierId(),
      startOrStop: 'stop',
      ...quick,
    });
    expect(stopped).toMatchObject({ status: 'terminated', active: false, pending: false });
    const again = await updateClassifier.run(context, {
      classifierId: classifierId(),
      startOrStop: 'start',
      ...quick,
    });
    expect(again).toMatchObject({ status: 'running', active: true, pending: false });
  });

  test('changes only what was asked, also where all must be sent', async () => {
    house.sandbox.variants.change({ enable: ['patch-requires-all'] });
    const { context } = house.run({ kinds: ['deploy'] });
    const [before] = await getClassifiers.run(context, { modelId: String(published().modelId) });
    const after = await updateClassifier.run(context, {
      classifierId: classifierId(),
      allowedSources: ['127.0.0.0/8'],
    });
    expect(after).toMatchObject({
      active: before?.active,
      editable: before?.editable,
      status: before?.status,
    });
    expect(after.rules).toEqual([{ source: '127.0.0.0/8', order: 'allow', priority: 0 }]);
  });

  test('keeps who may score when only who may not is changed', async () => {
    const { context } = house.run({ kinds: ['deploy'] });
    await updateClassifier.run(context, { classifierId: classifierId(), allowedSources: ['127.0.0.0/8'] });
    const after = await updateClassifier.run(context, {
      classifierId: classifierId(),
      deniedSources: ['10.0.0.1'],
    });
    expect(after.rules?.map(({ source, order }) => `${order} ${source}`)).toEqual([
      'deny 10.0.0.1',
      'allow 127.0.0.0/8',
    ]);
  });

  test.each(['drop-before-answer', 'reset-after-body'] as const)(
    'survives a lost answer: %s',
    async (kind) => {
      house.sandbox.faults.plan({ kind, operation: 'updateClassifier' });
      const { context } = house.run({ kinds: ['deploy'] });
      const result = await updateClassifier.run(context, {
        classifierId: classifierId(),
        allowedSources: ['127.0.0.1'],
      });
      expect(result.rules).toHaveLength(1);
      expect(requests('updateClassifier')).toHaveLength(kind === 'drop-before-answer' ? 1 : 2);
    },
  );

  test('names an ID that is not there', async () => {
    const { context } = house.run({ kinds: ['deploy'] });
    await expect(updateClassifier.run(context, { classifierId: 'nowhere' })).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('nowhere'),
    });
  });
});

describe('Delete', () => {
  const classifierId = () => published().classifierId;

  test('refuses one that runs', async () => {
    const { context } = house.run({ kinds: ['deploy'] });
    await expect(deleteClassifier.run(context, { classifierId: classifierId() })).rejects.toMatchObject({
      code: 'conflict',
      remedy: expect.stringContaining('Stop First'),
    });
    expect(requests('deleteClassifier')).toEqual([]);
  });

  test.each([[], ['delete-204'], ['delete-json']])(
    'stops it first where asked to (%s)',
    async (...enable) => {
      house.sandbox.variants.change({ enable });
      const { context } = house.run({ kinds: ['deploy'] });
      const result = await deleteClassifier.run(context, {
        classifierId: classifierId(),
        stopFirst: true,
        ...quick,
      });
      expect(result).toEqual({ deleted: true });
      expect(state().classifiers.map(({ id }) => id)).not.toContain(classifierId());
    },
  );

  test('survives a lost answer', async () => {
    house.sandbox.faults.plan({ kind: 'drop-before-answer', operation: 'deleteClassifier' });
    const { context } = house.run({ kinds: ['deploy'] });
    expect(
      await deleteClassifier.run(context, { classifierId: classifierId(), stopFirst: true, ...quick }),
    ).toEqual({ deleted: true });
    expect(requests('deleteClassifier')).toHaveLength(1);
  });
});
