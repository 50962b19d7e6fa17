import { text } from '@modelferry/operation';
import { markerLength, maxDescriptionLength } from '../../at-most-once/marker.ts';

/** What a new object is for. A word is put behind it by which it is found again when the answer is lost. */
export const newDescription = (what: string) =>
  text({
    title: 'Description',
    description: `What the ${what} is for; a short mark is put behind it, by which it is found again when an answer gets lost`,
    placeholder: 'e.g. nightly',
    maxLength: maxDescriptionLength - markerLength,
  });

/** A description that replaces another one. */
export const otherDescription = (what: string) =>
  text({
    title: 'Description',
    description: `What the ${what} is for, in place of what is said now`,
    placeholder: 'e.g. trained on the data of 2027',
    maxLength: maxDescriptionLength,
  });
