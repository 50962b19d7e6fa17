import { catalogWordsContract, stepsOf } from '@modelferry/testkit';
import { abeja } from '../src/index.ts';

test('has the operations on training jobs, and a way to end them', () => {
  expect(stepsOf(abeja.operations, 'job')).toEqual([
    ['run', 'train', true],
    ['create', undefined, false],
    ['wait', 'wait', true],
    ['get', undefined, false],
    ['getMany', undefined, false],
    ['stop', undefined, false],
    ['getResult', undefined, false],
    ['downloadResult', undefined, false],
    ['updateStatistics', undefined, false],
    ['archive', undefined, false],
    ['unarchive', undefined, false],
  ]);
  expect(Object.keys(abeja.cancels ?? {})).toContain('training-job');
});

test('has the operations on job definitions and their versions', () => {
  expect(stepsOf(abeja.operations, 'definition').map(([name]) => name)).toEqual([
    'create',
    'get',
    'getMany',
    'delete',
    'archive',
    'unarchive',
  ]);
  expect(stepsOf(abeja.operations, 'version').map(([name]) => name)).toEqual([
    'create',
    'get',
    'getMany',
    'update',
    'downloadSource',
    'delete',
    'archive',
    'unarchive',
  ]);
});

catalogWordsContract(abeja.operations);
