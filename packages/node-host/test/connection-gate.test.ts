import { connectionGate, type Connection, type Path, type Place } from '../src/connection-gate.ts';
import { settle } from '@modelferry/testkit';

/** A path whose connections are numbered, and that knows which are open. */
function numbered(most: number) {
  const open = new Set<number>();
  let made = 0;
  const path: Path<Connection & { readonly number: number }> = {
    most,
    open: () => {
      const number = (made += 1);
      open.add(number);
      return { number, close: () => void open.delete(number) };
    },
  };
  return { path, open };
}

const never = new AbortController().signal;
const origin = 'https://vendor.example';

async function enterMany<C extends Connection>(
  gate: ReturnType<typeof connectionGate>,
  path: Path<C>,
  count: number,
): Promise<Place<C>[]> {
  return Promise.all(Array.from({ length: count }, () => gate.enter(path, origin, never)));
}

test('lets eight in, whichever path they take, and each of the others when one leaves, in order', async () => {
  const gate = connectionGate();
  const [calls, files] = [numbered(8), numbered(6)];
  const places = [...(await enterMany(gate, calls.path, 4)), ...(await enterMany(gate, files.path, 4))];
  const order: string[] = [];
  const late = ['first', 'second'].map((name, at) =>
    gate.enter([files, calls][at % 2]?.path ?? calls.path, origin, never).then(() => order.push(name)),
  );
  await settle();
  expect(order).toEqual([]);
  places[0]?.keep();
  await settle();
  expect(order).toEqual(['first']);
  places[1]?.drop();
  await Promise.all(late);
  expect(order).toEqual(['first', 'second']);
  expect(calls.open.size + files.open.size).toBe(8);
});

test('leaves room beside a path that has all it may have', async () => {
  const gate = connectionGate();
  const [calls, files] = [numbered(8), numbered(6)];
  const [busy] = await enterMany(gate, files.path, 6);
  let entered = false;
  const waiting = gate.enter(files.path, origin, never).then(() => (entered = true));
  await enterMany(gate, calls.path, 1);
  await settle();
  expect(entered).toBe(false);
  busy?.keep();
  await waiting;
  expect(files.open.size).toBe(6);
});

test('counts idle connections: one of another path is closed for a new one', async () => {
  const gate = connectionGate();
  const [calls, files] = [numbered(8), numbered(6)];
  for (const place of await enterMany(gate, calls.path, 8)) place.keep();
  expect(calls.open.size).toBe(8);
  const [again] = await enterMany(gate, calls.path, 1);
  expect(again?.connection.number).toBe(8); // The one that was used last is the likeliest to live
  await enterMany(gate, files.path, 2);
  expect([...calls.open]).toEqual([3, 4, 5, 6, 7, 8]);
  expect(files.open.size).toBe(2);
});

test('gives an origin no fewer places because of another', async () => {
  const gate = connectionGate();
  const { path, open } = numbered(8);
  await enterMany(gate, path, 8);
  await gate.enter(path, 'https://other.example', never);
  expect(open.size).toBe(9);
});

test('a place is given back once, whatever is called thereafter', async () => {
  const gate = connectionGate();
  const { path, open } = numbered(1);
  const place = await gate.enter(path, origin, never);
  place.keep();
  place.keep();
  place.drop();
  expect(open.size).toBe(1);
  await gate.enter(path, origin, never);
  let entered = false;
  void gate.enter(path, origin, never).then(() => (entered = true));
  await settle();
  expect(entered).toBe(false);
});

test('who waits leaves at once when aborted, and takes no place later', async () => {
  const gate = connectionGate();
  const { path } = numbered(1);
  const place = await gate.enter(path, origin, never);
  const abort = new AbortController();
  const waiting = gate.enter(path, origin, abort.signal);
  const behind = gate.enter(path, origin, never);
  abort.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  await expect(gate.enter(path, origin, abort.signal)).rejects.toThrow('enough');
  place.keep();
  expect((await behind).connection).toBe(place.connection);
});

test('only who waits is told so, and when it is over', async () => {
  const gate = connectionGate();
  const { path } = numbered(1);
  const heard: string[] = [];
  const enter = (name: string, signal = never) =>
    gate.enter(path, origin, signal, (isHeldBack) => heard.push(`${name} ${isHeldBack}`));
  const place = await enter('first');
  const abort = new AbortController();
  const second = enter('second', abort.signal);
  const third = enter('third');
  expect(heard).toEqual(['second true', 'third true']);
  abort.abort();
  await expect(second).rejects.toThrow('aborted');
  place.drop();
  await third;
  expect(heard.slice(2)).toEqual(['second false', 'third false']);
});

test('a connection that cannot be made takes no place', async () => {
  const gate = connectionGate();
  const failing: Path<Connection> = {
    most: 1,
    open: () => {
      throw new Error('no way');
    },
  };
  await expect(gate.enter(failing, origin, never)).rejects.toThrow('no way');
  await expect(gate.enter(failing, origin, never)).rejects.toThrow('no way');
});

test('closes all, sends everyone away and lets nobody in any more', async () => {
  const gate = connectionGate();
  const { path, open } = numbered(2);
  const [first] = await enterMany(gate, path, 2);
  first?.keep();
  await gate.enter(path, origin, never);
  const waiting = expect(gate.enter(path, origin, never)).rejects.toThrow('closed');
  await gate.close();
  expect(open.size).toBe(0);
  await waiting;
  await expect(gate.enter(path, origin, never)).rejects.toThrow('closed');
});
