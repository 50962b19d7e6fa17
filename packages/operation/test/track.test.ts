import { maxEnded, maxIdle, maxOpen, type TrackingCursor } from '../src/tracking/tracking-cursor.ts';
import { mergeCursors } from '../src/tracking/merge-cursors.ts';
import type { Sighting, Sightings } from '../src/tracking/sighting.ts';
import { track } from '../src/tracking/track.ts';

const ids = (count: number) =>
  Array.from({ length: count }, (_, at) => `66c3d4e5f6010203${String(at).padStart(8, '0')}`);
const sighting = (id: string, madeAtMs: number, more: Partial<Sighting> = {}): Sighting => ({
  ...{ id, madeAtMs, hasEnded: false },
  ...more,
});
const seen = (sightings: readonly Sighting[], more: Partial<Sightings> = {}): Sightings => ({
  ...{
    seen: sightings,
    lookBackMs: 100,
    completeToMs: Math.max(...sightings.map(({ madeAtMs }) => madeAtMs ?? 0)),
  },
  ...more,
});
const empty: TrackingCursor = { floorMs: null, open: [], ended: {} };

test('the first poll remembers what goes on and tells nothing', () => {
  expect(track(undefined, seen([sighting('a', 500), sighting('b', 1_000, { hasEnded: true })]))).toEqual({
    endings: [],
    cursor: { floorMs: 900, open: ['a'], ended: { b: 1_000 } },
  });
});

test('endings are told in the order in which the jobs were made', () => {
  const before: TrackingCursor = { floorMs: 900, open: ['a'], ended: { b: 1_000 } };
  const sightings = seen([
    sighting('c', 1_000, { hasEnded: true }),
    sighting('b', 1_000, { hasEnded: true }),
    sighting('a', 500, { hasEnded: true }),
  ]);
  expect(track(before, sightings)).toEqual({
    endings: ['a', 'c'],
    cursor: { floorMs: 900, open: [], ended: { b: 1_000, c: 1_000 } },
  });
});

test('a job that is gone is watched no more, one that was not seen still is', () => {
  const before: TrackingCursor = { floorMs: 900, open: ['a', 'b'], ended: {} };
  expect(track(before, { ...seen([], { completeToMs: undefined }), gone: ['a'] }).cursor.open).toEqual(['b']);
});

test('jobs that do not say when they were made are told once', () => {
  const timeless: Sighting = { id: 'a', madeAtMs: undefined, hasEnded: true };
  const first = track({ ...empty, floorMs: 900 }, seen([timeless], { completeToMs: undefined }));
  expect(first.endings).toEqual(['a']);
  expect(track(first.cursor, seen([timeless], { completeToMs: 5_000 })).endings).toEqual([]);
});

describe('bounds', () => {
  test('of the jobs that wait for data the newest are watched, and they hold nothing back', () => {
    const idle = ids(5_000).map((id, at) => sighting(id, at, { isIdle: true }));
    const { cursor } = track(empty, seen(idle));
    expect(cursor.open).toEqual(idle.slice(-maxIdle).map(({ id }) => id));
    expect(cursor.floorMs).toBe(4_899);
  });

  test('jobs that there is no room for are not passed over: they are taken up later, and told', () => {
    const going = ids(maxOpen + 10).map((id, at) => sighting(id, at));
    const first = track(empty, seen(going));
    expect(first.cursor.open).toHaveLength(maxOpen);
    expect(first.cursor.floorMs).toBeLessThanOrEqual(maxOpen);
    const ended = going.map((one) => ({ ...one, hasEnded: true }));
    const second = track(first.cursor, seen(ended));
    expect(second.endings).toEqual(going.map(({ id }) => id));
    expect(track(second.cursor, seen(ended)).endings).toEqual([]);
  });

  test('more endings than are remembered lift the floor, and are not told again', () => {
    const ended = ids(maxEnded + 500).map((id, at) => sighting(id, at, { hasEnded: true }));
    const sightings = seen(ended, { lookBackMs: 1_000_000 });
    const first = track(empty, sightings);
    expect(first.endings).toHaveLength(maxEnded + 500);
    expect(Object.keys(first.cursor.ended)).toHaveLength(maxEnded);
    expect(track(first.cursor, sightings).endings).toEqual([]);
  });

  test('a cursor is never longer than 200 kB', () => {
    const jobs = ids(20_000).map((id, at) =>
      sighting(id, 1_900_000_000_000 + at, { hasEnded: at % 2 === 0, isIdle: at % 3 === 0 }),
    );
    const { cursor } = track(empty, seen(jobs, { lookBackMs: 1_000_000 }));
    expect(JSON.stringify(cursor).length).toBeLessThan(200_000);
  });
});

describe('two polls at once', () => {
  const base: TrackingCursor = { floorMs: 900, open: ['a', 'b'], ended: {} };

  test('what either has told is watched no more, what either has found is', () => {
    const stored: TrackingCursor = { floorMs: 950, open: ['b', 'c'], ended: {} };
    const next: TrackingCursor = { floorMs: 940, open: ['a', 'd'], ended: { b: 960 } };
    expect(mergeCursors({ base, stored, next })).toEqual({
      floorMs: 950,
      open: ['c', 'd'],
      ended: { b: 960 },
    });
  });

  test('a job that the slower one still saw is not watched again', () => {
    const stored: TrackingCursor = { floorMs: 900, open: ['a', 'b'], ended: { c: 1_000 } };
    const next: TrackingCursor = { floorMs: 900, open: ['a', 'b', 'c'], ended: {} };
    expect(mergeCursors({ base, stored, next }).open).toEqual(['a', 'b']);
  });

  test('nor one that neither knew before, though it is so old that the floor tells it apart', () => {
    const before: TrackingCursor = { floorMs: 0, open: [], ended: {} };
    const newest = sighting('b', 1_000);
    const stored = track(before, seen([sighting('a', 500), newest])).cursor;
    const faster = track(before, seen([sighting('a', 500, { hasEnded: true }), newest]));
    expect(faster.endings).toEqual(['a']);
    const merged = mergeCursors({ base: before, stored, next: faster.cursor });
    expect(merged.open).toEqual(['b']);
    const third = mergeCursors({ base: before, stored: merged, next: stored });
    expect(third.open).toEqual(['b']);
    const after = track(third, seen([sighting('a', 500, { hasEnded: true }), newest]));
    expect(after).toEqual({ endings: [], cursor: { floorMs: 900, open: ['b'], ended: {} } });
  });

  test('of two first ones, the one that was done first stands', () => {
    const next: TrackingCursor = { floorMs: 2_000, open: [], ended: { a: 1_000 } };
    expect(mergeCursors({ base: undefined, stored: base, next })).toEqual(base);
  });
});
