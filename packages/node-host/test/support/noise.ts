import { createCipheriv } from 'node:crypto';

/** Bytes without any pattern, the same at every run, and quickly made also by the megabyte. */
export function noise(length: number): Buffer {
  const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, 'modelferry'), Buffer.alloc(16));
  return cipher.update(Buffer.alloc(length));
}
