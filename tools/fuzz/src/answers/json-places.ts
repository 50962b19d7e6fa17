type Holder = Record<PropertyKey, unknown>;

/** A place in a JSON value: where something stands, and under which name. */
export interface Place {
  readonly holder: Holder;
  readonly name: string | number;
}

/** Every place inside a value, from the outside in; the value itself stands under `''` of `root`. */
export function placesOf(root: Holder): readonly Place[] {
  const places: Place[] = [];
  const queue: Holder[] = [root];
  for (let holder = queue.shift(); holder; holder = queue.shift()) {
    for (const [name, value] of Object.entries(holder)) {
      places.push({ holder, name: Array.isArray(holder) ? Number(name) : name });
      if (typeof value === 'object' && value !== null) queue.push(value as Holder);
    }
    if (places.length > 400) break; // Long lists repeat themselves
  }
  return places;
}
