import { isApiError } from '@modelferry/http';

/** Whether what is read is not there any more. */
export async function isGone(read: () => Promise<unknown>): Promise<boolean> {
  try {
    await read();
    return false;
  } catch (error) {
    if (isApiError(error) && error.code === 'not-found') return true;
    throw error;
  }
}
