import { getEventListeners } from 'node:events';
import { offAbort, onAbort } from '../src/index.ts';

const listeners = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

test('all who wait for one signal share one listener, and hear of it once', () => {
  const { signal, ...controller } = newController();
  const heard: number[] = [];
  for (const each of [1, 2, 3]) onAbort(signal, () => heard.push(each));
  expect(listeners(signal)).toBe(1);
  controller.abort();
  controller.abort();
  expect(heard).toEqual([1, 2, 3]);
});

test('who has left hears nothing, and the last one takes the listener along', () => {
  const { signal, abort } = newController();
  const heard: number[] = [];
  const [first, second, third] = [() => heard.push(1), () => heard.push(2), () => heard.push(3)] as const;
  for (const act of [first, second]) onAbort(signal, act);
  for (const act of [first, first]) offAbort(signal, act);
  expect(listeners(signal)).toBe(1);
  offAbort(signal, second);
  expect(listeners(signal)).toBe(0);

  onAbort(signal, third);
  abort();
  expect(heard).toEqual([3]);
});

test('who is told to leave while the others are told hears nothing', () => {
  const { signal, abort } = newController();
  const heard: number[] = [];
  const late = () => void heard.push(2);
  onAbort(signal, () => offAbort(signal, late));
  onAbort(signal, late);
  abort();
  expect(heard).toEqual([]);
});

function newController() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
