import { CancelledError, InputError } from '@modelferry/http';
import { faultTable, gapsOf, runCell, type FaultTable } from '../src/fault-table.ts';

const refused = new InputError([{ field: 'file', problem: 'is empty' }]);
const consumed = { consumed: async () => true };

const cells: string[] = [];
const table: FaultTable<'get' | 'put', 'busy' | 'refused', string> = {
  operations: ['get', 'put'],
  faults: ['busy', 'refused'],
  expectations: {
    busy: { others: { gives: (outcome) => expect(outcome).toMatch(/^done/) } },
    refused: { get: { cannotHappen: 'a get has no input' }, put: { fails: 'invalid-input' } },
  },
  planFault: async () => consumed,
  run: async (operation, fault) => {
    cells.push(`${operation} x ${fault}`);
    if (fault === 'refused') throw refused;
    return `done ${operation}`;
  },
};

faultTable(table);

test('every cell that can happen was run', () => {
  expect(cells).toEqual(['get x busy', 'put x busy', 'put x refused']);
});

test('a cell without an expectation is a gap, and so are rows and cells of nothing', () => {
  const expectations = {
    busy: { get: { fails: 'cancelled' }, gte: { fails: 'cancelled' } },
    lazy: {},
  } as unknown as typeof table.expectations;
  expect(gapsOf({ ...table, expectations })).toEqual([
    'no expectation for put x busy',
    'no expectation for get x refused',
    'no expectation for put x refused',
    'gte x busy is no cell',
    'lazy is no fault',
  ]);
});

const gives = { gives: () => undefined };

test('a fault that no request met fails the cell', async () => {
  const planFault = async () => ({ consumed: async () => false });
  await expect(runCell({ ...table, planFault }, 'get', 'busy', gives)).rejects.toThrow('proves nothing');
});

test('a failure fails a cell that should succeed', async () => {
  await expect(runCell(table, 'put', 'refused', gives)).rejects.toThrow('invalid-input: file: is empty.');
});

test('a success fails a cell that should fail', async () => {
  await expect(runCell(table, 'get', 'busy', { fails: 'timeout' })).rejects.toThrow('should fail as timeout');
});

test('another failure fails a cell that should fail', async () => {
  const run = async () => {
    throw new CancelledError('test');
  };
  const cell = runCell({ ...table, run }, 'get', 'busy', { fails: 'timeout' });
  await expect(cell).rejects.toThrow('not as timeout: cancelled');
});

test('what must always hold is looked at in every cell, also where it failed as expected', async () => {
  const always = () => {
    throw new Error('a second job was started');
  };
  const cell = runCell({ ...table, always }, 'put', 'refused', { fails: 'invalid-input' });
  await expect(cell).rejects.toThrow('a second job');
});
