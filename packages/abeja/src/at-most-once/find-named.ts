import { isApiError } from '@modelferry/http';

/**
 * What is read by its name or ID, or that it is not there. A 400 may mean that, or something else: then the list decides
 * (Q5).
 * @throws what the read threw of anything else
 */
export async function findNamed<Found>(
  read: () => Promise<Found>,
  findListed: () => Promise<Found | undefined>,
): Promise<Found | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!isApiError(error)) throw error;
    if (error.code === 'not-found') return undefined;
    if (error.status !== 400) throw error;
    return findListed();
  }
}
