import { errorOf, valueOf, warningsOf, wordsOf } from '@modelferry/testkit';
import { Stage } from './support/stage.ts';

const stage = Stage.forEachTest();

const create = (name: string) => stage.perform('definition.create', { name });
const names = async (more: object = {}) => {
  const listed = await stage.perform('definition.getMany', { returnAll: true, ...more });
  return valueOf<readonly { readonly name: string }[]>(listed).map(({ name }) => name);
};

test('is created once: the second time it is the one that is there', async () => {
  const first = valueOf(await create('解約 予測'));
  expect(first).toMatchObject({ created: true, name: '解約 予測', versionCount: 0 });
  expect(valueOf(await create('解約 予測'))).toMatchObject({
    created: false,
    definitionId: first['definitionId'],
  });
  expect(stage.count('jobDefinitionCreate')).toBe(1);
});

test.each(['drop-after-create', 'error-after-create', 'truncated-json'] as const)(
  '%s: it is found by its name',
  async (kind) => {
    stage.plan({ kind, operation: 'jobDefinitionCreate' });
    expect(valueOf(await create('churn'))).toMatchObject({ created: true, name: 'churn' });
    expect((await names()).filter((name) => name === 'churn')).toHaveLength(1);
  },
);

test('an answer that is lost while nothing was made is told, after two looks', async () => {
  stage.plan({ kind: 'reset-after-body', operation: 'jobDefinitionCreate' });
  expect((await create('churn')).result.status).toBe('rejected');
  expect(stage.count('jobDefinition')).toBe(3);
});

test.each(['missing-as-400', 'duplicate-409', 'duplicate-allowed', 'created-201', 'id-first'])(
  '%s: there is one of a name, however often it is asked for',
  async (variant) => {
    stage.enable(variant);
    expect(valueOf(await create('churn'))).toMatchObject({ created: true });
    expect(valueOf(await create('churn'))).toMatchObject({ created: false });
    expect((await names()).filter((name) => name === 'churn')).toHaveLength(1);
  },
);

test('a 400 to a look by name is no proof that it is not there: the list decides', async () => {
  stage.plan({ kind: 'vendor-error', operation: 'jobDefinition' });
  expect(valueOf(await create('cars-fuel'))).toMatchObject({ created: false, name: 'cars-fuel' });
  expect(stage.count('jobDefinitionCreate')).toBe(0);
});

test('a name that the platform refuses is refused', async () => {
  stage.enable('strict-names');
  expect(errorOf(await create('解約 予測')).code).toBe('rejected');
  expect(wordsOf(await create('a/b'))).toMatch(/name: must be a name without a slash/);
});

test('a name of digits, and one that is archived, are warned of', async () => {
  expect(warningsOf(await create('12345'))).toMatch(/may be taken for an ID/);
  await stage.perform('definition.archive', { definition: '12345' });
  expect(warningsOf(await create('12345'))).toMatch(/is archived/);
});

test('is got with its jobs or without', async () => {
  await stage.perform('job.create', { definition: 'cars-fuel' });
  const get = (more: object) => stage.perform('definition.get', { definition: 'cars-fuel', ...more });
  expect(valueOf(await get({}))).toMatchObject({ name: 'cars-fuel', latestVersion: 1, versionCount: 1 });
  expect(valueOf(await get({}))).not.toHaveProperty('jobs');
  expect(valueOf(await get({ includeJobs: true }))).toMatchObject({
    jobs: [{ definition: 'cars-fuel', status: 'Pending', resumeToken: expect.any(String) as string }],
  });
});

test.each(['created-201', 'empty-204', 'archived-included-by-default'])(
  '%s: archived ones are listed when they are asked for',
  async (variant) => {
    stage.enable(variant);
    expect(valueOf(await stage.perform('definition.archive', { definition: 'cars-fuel' }))).toEqual({
      archived: true,
    });
    expect(await names()).toEqual(['penguins-species']);
    expect(await names({ includeArchived: true })).toContain('cars-fuel');
    await stage.perform('definition.unarchive', { definition: 'cars-fuel' });
    expect(await names()).toHaveLength(2);
  },
);

test.each(['small-pages', 'limit-capped', 'no-total', 'order-shuffled'])(
  '%s: all are listed',
  async (variant) => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await create(name);
    stage.enable(variant);
    expect(await names()).toHaveLength(7);
    expect(await names({ returnAll: false, limit: 3 })).toHaveLength(3);
  },
);

describe('is deleted', () => {
  const remove = (more: object = { confirm: true }) =>
    stage.perform('definition.delete', { definition: 'cars-fuel', ...more });

  test('only when that is confirmed', async () => {
    expect(wordsOf(await remove({ confirm: false }))).toMatch(/confirm: must be on/);
    expect(wordsOf(await remove({}))).toMatch(/confirm: is required/);
    expect(stage.sandbox.requests()).toEqual([]);
    expect(valueOf(await remove())).toEqual({ deleted: true });
    expect(await names()).toEqual(['penguins-species']);
  });

  test.each(['drop-after-create', 'error-after-create', 'http-500-once', 'drop-before-answer'] as const)(
    '%s: it is gone, and that is seen',
    async (kind) => {
      stage.plan({ kind, operation: 'jobDefinitionDelete' });
      expect(valueOf(await remove())).toEqual({ deleted: true });
    },
  );

  test('it is gone, and the list tells where a 400 does not', async () => {
    stage.enable('missing-as-400');
    stage.plan({ kind: 'drop-after-create', operation: 'jobDefinitionDelete' });
    expect(valueOf(await remove())).toEqual({ deleted: true });
    expect(stage.count('jobDefinitionDelete')).toBe(1);
  });

  test('one that is there is not taken for gone, by its ID neither', async () => {
    const { id } = stage.platform.jobDefinitions.find(({ name }) => name === 'cars-fuel')!;
    stage.plan({ kind: 'http-500-once', operation: 'jobDefinitionDelete' });
    stage.plan({ kind: 'vendor-error', operation: 'jobDefinition' });
    expect(valueOf(await remove({ definition: id, confirm: true }))).toEqual({ deleted: true });
    expect(stage.count('jobDefinitionDelete')).toBe(2);
    expect(await names()).toEqual(['penguins-species']);
  });

  test('what the platform refuses is refused; what is not there is told', async () => {
    stage.enable('delete-refused-if-not-empty');
    expect(errorOf(await remove()).code).toBe('rejected');
    expect(errorOf(await remove({ definition: 'nothing', confirm: true })).code).toBe('not-found');
  });
});
