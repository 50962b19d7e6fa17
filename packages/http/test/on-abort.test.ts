import { getEventListeners } from 'node:events';
import { onAbort } from '../src/index.ts';

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
  const leave = [1, 2].map((each) => onAbort(signal, () => heard.push(each)));
  leave[0]?.();
  leave[0]?.();
  expect(listeners(signal)).toBe(1);
  leave[1]?.();
  expect(listeners(signal)).toBe(0);

  onAbort(signal, () => heard.push(3));
  abort();
  expect(heard).toEqual([3]);
});

test('who is told to leave while the others are told hears nothing', () => {
  const { signal, abort } = newController();
  const heard: number[] = [];
  onAbort(signal, () => leave());
  const leave = onAbort(signal, () => heard.push(2));
  abort();
  expect(heard).toEqual([]);
});

function newController() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
