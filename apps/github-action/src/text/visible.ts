/** Characters that nobody sees. The runner may compare texts as if they were not there. */
const unseen = /[^\P{Cc}\r\n\t\u0085]|[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Nearly every text: the tables behind the expression above need not be made for it. */
const plain = /^[\r\n\t\x20-\x7e]*$/;

/** A text without what nobody sees in it; line breaks, of which there are many, stay. */
export const visible = (text: string): string => (plain.test(text) ? text : text.replace(unseen, ''));
