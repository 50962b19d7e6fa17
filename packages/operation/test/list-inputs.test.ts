import * as v from 'valibot';
import { collect, listInputs } from '../src/index.ts';

async function* numbers(read: number[]) {
  for (let n = 1; n <= 10; n++) {
    read.push(n);
    yield n;
  }
}

test('up to 50 are returned unless something else is asked for', () => {
  expect(v.parse(v.object(listInputs), {})).toEqual({ returnAll: false, limit: 50 });
});

test('no more is read than is returned', async () => {
  const read: number[] = [];
  expect(await collect(numbers(read), { returnAll: false, limit: 3 })).toEqual([1, 2, 3]);
  expect(read).toEqual([1, 2, 3]);
});

test('all means all, whatever the limit', async () => {
  expect(await collect(numbers([]), { returnAll: true, limit: 3 })).toHaveLength(10);
});

test('what is not wanted does not count', async () => {
  const isEven = (n: number) => n % 2 === 0;
  expect(await collect(numbers([]), { returnAll: false, limit: 2 }, isEven)).toEqual([2, 4]);
});
