/** `2026-11-21T00:10:00.123000Z`, as training and deployments tell it. */
export function microseconds(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000Z');
}

/** `2026-11-21T00:10:00+00:00`, as files tell it. */
export function withOffset(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}+00:00`;
}

/** `2026-11-21T00:10:00.123000`, as datasets tell it. */
export function withoutZone(ms: number): string {
  return microseconds(ms).slice(0, -1);
}

/** The two times that nearly everything has. */
export function times({
  createdMs,
  modifiedMs,
}: {
  readonly createdMs: number;
  readonly modifiedMs: number;
}): {
  readonly created_at: string;
  readonly modified_at: string;
} {
  return { created_at: microseconds(createdMs), modified_at: microseconds(modifiedMs) };
}
