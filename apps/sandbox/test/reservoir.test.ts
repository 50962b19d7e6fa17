import { Reservoir } from '../src/tables/reservoir.ts';

const mean = (numbers: readonly number[]) => numbers.reduce((sum, value) => sum + value, 0) / numbers.length;

function sampleOf(count: number, options: { readonly seed: number; readonly padding?: number }) {
  const reservoir = new Reservoir(options.seed, 1000);
  const padding = ' '.repeat(options.padding ?? 0);
  for (let index = 0; index < count; index += 1) {
    const place = reservoir.place();
    if (place !== -1) reservoir.keep(place, `${index}${padding}`);
  }
  return { count: reservoir.count, numbers: reservoir.finish().map(Number) };
}

it('keeps every record while there is room', () => {
  expect(sampleOf(1000, { seed: 1 }).numbers).toEqual(Array.from({ length: 1000 }, (_unused, i) => i));
});

it('keeps every record with the same chance, the same ones for a seed, in the order they came', () => {
  const { count, numbers } = sampleOf(20_000, { seed: 1 });
  expect([numbers.length, count]).toEqual([1000, 20_000]);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  expect(Math.abs(mean(numbers) - 10_000)).toBeLessThan(700);
  expect(sampleOf(20_000, { seed: 1 }).numbers).toEqual(numbers);
  expect(sampleOf(20_000, { seed: 2 }).numbers).not.toEqual(numbers);
});

it('keeps fewer records when they are long, still with the same chance', () => {
  const { count, numbers } = sampleOf(5000, { seed: 1, padding: 100_000 });
  expect(count).toBe(5000);
  expect(numbers.length * 100_000).toBeLessThan(34_000_000);
  expect(numbers.length).toBeGreaterThan(100);
  expect(Math.abs(mean(numbers) - 2500)).toBeLessThan(500);
  const even = numbers.filter((value) => value % 2 === 0).length / numbers.length;
  expect(Math.abs(even - 0.5)).toBeLessThan(0.15);
});
