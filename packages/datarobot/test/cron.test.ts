import fc from 'fast-check';
import { cronProblem, readCron, writeCron } from '../src/batch/definitions/cron.ts';

const any = ['*'];
const every = { minute: any, hour: any, dayOfMonth: any, month: any, dayOfWeek: any };

test.each([
  ['* * * * *', every],
  ['0 2 * * 1-5', { ...every, minute: [0], hour: [2], dayOfWeek: [1, 2, 3, 4, 5] }],
  ['*/20 8-10,20 1 * *', { ...every, minute: [0, 20, 40], hour: [8, 9, 10, 20], dayOfMonth: [1] }],
  [
    '0 0 1 JAN,jul Mon-Fri',
    { ...every, minute: [0], hour: [0], dayOfMonth: [1], month: [1, 7], dayOfWeek: [1, 2, 3, 4, 5] },
  ],
  ['5/15 0 * * sunday', { ...every, minute: [5, 20, 35, 50], hour: [0], dayOfWeek: [0] }],
  ['0 0 * * 5-7', { ...every, minute: [0], hour: [0], dayOfWeek: [0, 5, 6] }],
  ['0 0 * * */2', { ...every, minute: [0], hour: [0], dayOfWeek: [0, 2, 4, 6] }],
  ['0-30/10 */1 * * 7', { ...every, minute: [0, 10, 20, 30], dayOfWeek: [0] }],
  ['  @Daily ', { ...every, minute: [0], hour: [0] }],
  ['@weekly', { ...every, minute: [0], hour: [0], dayOfWeek: [0] }],
])('reads %s', (text, schedule) => {
  expect(cronProblem(text)).toBeUndefined();
  expect(readCron(text)).toEqual(schedule);
});

test.each([
  ['0 2 * *', /five fields.*has 4/],
  ['0 0 2 * * *', /has 6/],
  ['60 * * * *', /"60" is nothing for the minute.*0 to 59/],
  ['0 24 * * *', /"24" is nothing for the hour/],
  ['0 0 0 * *', /the day of the month.*1 to 31/],
  ['0 0 * 13 *', /the month.*a name such as feb/],
  ['0 0 * * 8', /the day of the week/],
  ['0 0 * * fri-mon', /"fri-mon" is nothing/],
  ['*/0 * * * *', /"\*\/0"/],
  ['0,,1 * * * *', /"" is nothing for the minute/],
  ['a * * * *', /"a" is nothing/],
  ['@often', /five fields/],
])('refuses %s', (text, problem) => {
  expect(cronProblem(text)).toMatch(problem);
  expect(() => readCron(text)).toThrow(problem);
});

test('a word that every object knows is no schedule', () => {
  for (const word of ['__proto__', 'constructor']) expect(cronProblem(word)).toMatch(/five fields/);
});

test('what is written is read as the same schedule', () => {
  const list = (min: number, max: number) =>
    fc.oneof(
      fc.constant(any),
      fc
        .uniqueArray(fc.integer({ min, max }), { minLength: 1 })
        .map((values) => values.sort((a, b) => a - b)),
    );
  const schedules = fc.record({
    ...{ minute: list(0, 59), hour: list(0, 23), dayOfMonth: list(1, 31) },
    ...{ month: list(1, 12), dayOfWeek: list(0, 6) },
  });
  fc.assert(fc.property(schedules, (schedule) => expect(readCron(writeCron(schedule)!)).toEqual(schedule)));
});

test('a schedule of no known form is not shown', () => {
  expect(writeCron(undefined)).toBeUndefined();
  expect(writeCron({ ...every, minute: 0 })).toBeUndefined();
  expect(writeCron({ ...every, month: ['january', 2] })).toBe('* * * january,2 *');
});
