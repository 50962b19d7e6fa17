let codes: Map<string, readonly number[]> | undefined;

/** Encodes text as Shift_JIS (the platform only decodes it); what it lacks becomes a question mark. */
export function toShiftJis(text: string): Buffer {
  codes ??= table();
  return Buffer.from([...text].flatMap((character) => codes?.get(character) ?? [0x3f]));
}

function table(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('shift_jis');
  const found = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && character !== '\ufffd' && !found.has(character))
      found.set(character, bytes);
  };
  for (let byte = 0; byte < 0x100; byte += 1) add([byte]);
  for (let lead = 0x81; lead < 0xfd; lead += 1)
    for (let trail = 0x40; trail < 0xfd; trail += 1) add([lead, trail]);
  return found;
}
