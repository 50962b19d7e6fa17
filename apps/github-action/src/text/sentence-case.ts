/** A title of a form as a line of a table has it: `Retrain Job ID` becomes `Retrain job ID`. */
export const sentenceCase = (title: string): string =>
  title.replace(/(?<=\s)[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());
