// packages/upload/src/zip/crc32.ts
var slices = 16;
var tables;
function makeTables() {
  const made = new Int32Array(slices * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >>> 1 ^ 3988292384 : crc >>> 1;
    made[byte] = crc;
  }
  for (let at = 256; at < made.length; at++) {
    const before = made[at - 256] ?? 0;
    made[at] = before >>> 8 ^ (made[before & 255] ?? 0);
  }
  return made;
}
var crc32 = (bytes, previous) => {
  const t = tables ??= makeTables();
  const length = bytes.length;
  const steps = length - length % slices;
  let crc = ~previous;
  let at = 0;
  for (; at < steps; at += slices) {
    crc ^= bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | bytes[at + 3] << 24;
    crc = t[3840 + (crc & 255)] ^ t[3584 + (crc >>> 8 & 255)] ^ t[3328 + (crc >>> 16 & 255)] ^ t[3072 + (crc >>> 24)] ^ t[2816 + bytes[at + 4]] ^ t[2560 + bytes[at + 5]] ^ t[2304 + bytes[at + 6]] ^ t[2048 + bytes[at + 7]] ^ t[1792 + bytes[at + 8]] ^ t[1536 + bytes[at + 9]] ^ t[1280 + bytes[at + 10]] ^ t[1024 + bytes[at + 11]] ^ t[768 + bytes[at + 12]] ^ t[512 + bytes[at + 13]] ^ t[256 + bytes[at + 14]] ^ t[bytes[at + 15]];
  }
  for (; at < length; at++) crc = crc >>> 8 ^ t[(crc ^ bytes[at]) & 255];
  return ~crc >>> 0;
};

export {
  crc32
};
