import { progressOn } from '../src/host/progress.ts';

function recorded(isTTY: boolean) {
  let text = '';
  let nowMs = 0;
  const stream = {
    isTTY,
    columns: 30,
    write: (piece: string) => (text += piece),
  } as unknown as NodeJS.WriteStream;
  const progress = progressOn(stream, () => nowMs);
  return { progress, text: () => text, passMs: (ms: number) => (nowMs += ms) };
}

test('each line has the time since the start', () => {
  const { progress, text, passMs } = recorded(false);
  passMs(65_000);
  progress.say('ready');
  expect(text()).toBe('[ 1:05] ready\n');
});

test('in a log, ticks are lines now and then', () => {
  const { progress, text, passMs } = recorded(false);
  progress.say('begin');
  for (let second = 0; second < 31; second++) {
    passMs(1000);
    progress.tick('on it');
  }
  expect(text()).toBe('[ 0:00] begin\n[ 0:15] on it\n[ 0:30] on it\n');
});

test('on a terminal, ticks replace each other, fit its width, and leave no trace', () => {
  const { progress, text } = recorded(true);
  progress.tick('a very long line that does not fit');
  progress.tick('short');
  progress.say('done');
  expect(text()).toBe('[ 0:00] a very long line that\r\u001b[K[ 0:00] short\r\u001b[K[ 0:00] done\n');
});
