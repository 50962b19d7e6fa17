import type { Attendant } from './example.ts';

/** Plays the person who answers the form that the workflow waits at. */
export function approve(answers: Readonly<Record<string, string>>): Attendant {
  return async ({ status, formUrl, lastNode }, { progress, signal }) => {
    if (status !== 'waiting' || formUrl === undefined) return false;
    const form = new FormData();
    for (const [field, answer] of Object.entries(answers)) form.set(field, answer);
    const answer = await fetch(formUrl, { method: 'POST', body: form, signal });
    if (!answer.ok)
      throw new Error(`The form at ${lastNode} answered ${answer.status}: ${await answer.text()}`);
    progress.say(
      `The playground plays the person at "${lastNode}" and answers ${Object.values(answers).join(', ')}`,
    );
    return true;
  };
}
