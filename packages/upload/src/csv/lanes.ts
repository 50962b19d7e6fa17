/**
 * Four bytes at a time in one 32-bit word, each in a lane of its own. What a test finds is the lane's highest bit, so
 * that results combine with plain bit operations. Lane 0 is the lowest byte, which little-endian machines read first.
 */

/** Whether the first byte in memory is the lowest lane. Elsewhere bytes are looked at one by one. */
export const lanesAreInOrder = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** The highest bit of every lane, as the signed number that bit operations give. */
export const allLanes = 0x80808080 | 0;

/** One byte in every lane. */
export const inEveryLane = (byte: number): number => Math.imul(byte, 0x01010101);

/** All ones in every lane that does not hold the byte, and all but the highest bit in the others. */
const differs = (word: number, pattern: number): number => {
  const difference = word ^ pattern;
  return ((difference & 0x7f7f7f7f) + 0x7f7f7f7f) | difference | 0x7f7f7f7f;
};

/** The lanes of `word` that hold the byte `pattern` was made of, exactly. */
export const equalLanes = (word: number, pattern: number): number => ~differs(word, pattern);

/** The lanes of `word` that hold any of three bytes. */
export const equalAnyLanes = (word: number, a: number, b: number, c: number): number =>
  ~(differs(word, a) & differs(word, b) & differs(word, c));

/** For every lane, whether the number of marked lanes up to and with it is odd. */
export const oddUpTo = (lanes: number): number => {
  const pairs = lanes ^ (lanes << 8);
  return pairs ^ (pairs << 16);
};

/**
 * Bits among {@link allLanes} when a lane may hold the byte: never misses one, and is a fifth cheaper than
 * {@link equalLanes}. Combine several with `|` and keep only {@link allLanes}.
 */
export const mayHold = (word: number, pattern: number): number => {
  const difference = word ^ pattern;
  return (difference - 0x01010101) & ~difference;
};
